package org.openqar.aims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.matching.Details;
import org.openqar.matching.ReturnedAt;
import org.openqar.tables.Returned;

/** Which prior attainment of a learner is that of an aim: the latest that applied by its start. */
class PriorLevelTest {
  @ParameterizedTest(name = "{0} from {1}, start {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "4, -, 2019-09-01, 4",
        "4, 2022-09-01, 2022-09-01, 4",
        "4, 2022-09-02, 2022-09-01, -",
        "4 6, 2020-09-01 2022-09-01, 2022-09-01, 6",
        "6 4, 2022-09-01 2020-09-01, 2022-09-01, 6",
        "4 6, 2020-09-01 2022-09-02, 2022-09-01, 4",
        "4 6, 2020-09-01 2020-09-01, 2022-09-01, 6",
        "04, 2020-09-01, 2022-09-01, 4",
        "x, 2020-09-01, 2022-09-01, -",
        "4, soon, 2022-09-01, -",
        "4, 2020-09-01, -, -",
        "-, -, 2022-09-01, -"
      })
  void isTheLatestThatAppliedByTheStart(
      String levels, String days, String start, Integer expected) {
    Details details = read(levels, days, start, false);
    assertEquals(expected, details.priorLevel());
    assertEquals(expected == null ? null : 2022, details.priorLevelYear());
  }

  /** A record of R04 stands for the year before, and is written by the list of its own. */
  @ParameterizedTest
  @CsvSource({"false, 2022", "true, 2023"})
  void isReadByTheListOfTheYearOfItsReturn(boolean lookAhead, int year) {
    assertEquals(year, read("4", "2020-09-01", "2022-09-01", lookAhead).priorLevelYear());
  }

  private static Details read(String levels, String days, String start, boolean lookAhead) {
    int places = 1 + Stream.of(DeliveryText.values()).mapToInt(DeliveryText::place).max().orElse(0);
    List<String> texts = new ArrayList<>(Collections.nCopies(places, (String) null));
    texts.set(DeliveryText.place(Returned.LEARN_START_DATE), start);
    List<List<String>> lists =
        new ArrayList<>(Collections.nCopies(DeliveryList.values().length, (List<String>) null));
    if (levels != null) {
      List<String> codes = Arrays.asList(levels.split(" "));
      lists.set(DeliveryList.PRIOR_LEVEL.ordinal(), codes);
      lists.set(
          DeliveryList.PRIOR_FROM.ordinal(),
          days == null ? Collections.nCopies(codes.size(), null) : Arrays.asList(days.split(" ")));
    }
    ReturnedAt place = new ReturnedAt("r", lookAhead ? 4 : 14, 1, 1, 2022, lookAhead, 10000001);
    return DeliveryReader.read(place, null, texts, lists).details();
  }
}
