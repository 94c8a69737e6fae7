package org.openqar.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;

/**
 * Why an aim is missing from the return after its last one: the record of the same learner there
 * that is most like it, and the parts of the key in which the two differ (qar-rules 3.4).
 */
final class NearMiss {
  /** The key by its columns, with the ILR's names. */
  private static final Map<String, String> KEY = key();

  private NearMiss() {}

  /**
   * A sentence, or empty where the aim is in the newest final return or its provider made none
   * after it.
   *
   * @param aim its row of {@code aim}
   * @param others the learner's aims at the provider
   */
  static Optional<String> of(Row aim, List<Row> others) {
    int last = aim.<Integer>getAs("last_year_returned");
    if (!aim.<Integer>getList(aim.fieldIndex("final_return_years")).contains(last + 1)) {
      return Optional.empty();
    }
    String missing =
        "Returned in %s R14, not matched in %s"
            .formatted(new AcademicYear(last), new AcademicYear(last + 1));
    Optional<Row> nearest =
        others.stream()
            .filter(other -> !other.getAs("aim_id").equals(aim.getAs("aim_id")))
            .filter(other -> isReturned(other, last + 1) && !isReturned(other, last))
            .min(Comparator.comparingInt(other -> differences(aim, other).size()));
    return Optional.of(
        nearest
            .map(
                other ->
                    "%s; the nearest record there (aim %s) differs in %s."
                        .formatted(
                            missing,
                            other.<String>getAs("aim_id"),
                            String.join(", ", differences(aim, other))))
            .orElse(missing + "; the learner has no other new aim there."));
  }

  private static boolean isReturned(Row aim, int year) {
    return aim.<Row>getList(aim.fieldIndex("history")).stream()
        .anyMatch(record -> record.<Integer>getAs("funding_year") == year);
  }

  private static List<String> differences(Row aim, Row other) {
    List<String> differences = new ArrayList<>();
    KEY.forEach(
        (column, element) -> {
          Object one = aim.getAs(column);
          Object two = other.getAs(column);
          if (!Objects.equals(one, two)) {
            differences.add(
                "%s (%s there, %s here)"
                    .formatted(
                        element, Objects.toString(two, "none"), Objects.toString(one, "none")));
          }
        });
    return differences;
  }

  private static Map<String, String> key() {
    Map<String, String> key = new LinkedHashMap<>();
    key.put("aim_type", "AimType");
    key.put("learn_aim_ref", "LearnAimRef");
    key.put("prog_type", "ProgType");
    key.put("std_code", "StdCode");
    key.put("fwork_code", "FworkCode");
    key.put("pway_code", "PwayCode");
    key.put("learn_start_date", "LearnStartDate");
    return key;
  }
}
