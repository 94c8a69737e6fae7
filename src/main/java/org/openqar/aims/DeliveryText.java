package org.openqar.aims;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.openqar.tables.Returned;

/**
 * The texts of a returned aim that stay texts. A row has them after the texts of the elements that
 * become values, which {@link Returned} declares.
 */
enum DeliveryText {
  LEARN_REF_NUMBER,
  ULN,
  PREV_LEARN_REF_NUMBER,
  LEARN_AIM_REF,
  SEX,
  ETHNICITY,
  LLDD_HEALTH_PROB,
  DEL_LOC_POST_CODE,
  POSTCODE_PRIOR,
  CAMP_ID;

  private static final List<Returned> ELEMENTS =
      Stream.of(Returned.LEARNER, Returned.DELIVERY).flatMap(List::stream).toList();

  private static final Map<Returned, Integer> PLACES = places();

  /** Where a row has the text of an element that becomes a value. */
  static int place(Returned element) {
    return PLACES.get(element);
  }

  /** Where a row has this text. */
  int place() {
    return ELEMENTS.size() + ordinal();
  }

  /** Returns all texts in one column. Handing over one list costs less than many columns. */
  static Column all() {
    return functions.array(
        Stream.concat(
                ELEMENTS.stream().map(Returned::column),
                Arrays.stream(values()).map(text -> text.name().toLowerCase(Locale.ROOT)))
            .map(functions::col)
            .toArray(Column[]::new));
  }

  private static Map<Returned, Integer> places() {
    Map<Returned, Integer> places = new IdentityHashMap<>();
    for (int place = 0; place < ELEMENTS.size(); place++) {
      places.put(ELEMENTS.get(place), place);
    }
    return places;
  }
}
