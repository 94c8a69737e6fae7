package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqar.support.OfficialRows;
import org.openqar.support.OfficialRows.Counted;
import org.openqar.support.OfficialRows.Official;

/** What policy dfe-narts shows, held to every row that the Department shows (qar-rules 5.2). */
class OfficialRowsBackTest {

  @Test
  void eachRowIsWhatThePolicyShowsOfCountsThatItCanStandFor() {
    List<Official> all = OfficialRows.all();
    assertEquals(3686, all.size());
    List<String> others = new ArrayList<>();
    int compared = 0;
    for (Official row : all) {
      if (row.isHidden()) {
        continue;
      }
      compared++;
      Counted counts = row.counts().orElse(new Counted(0, 0));
      List<String> shown =
          Figures.of(
              new TrueCounts(counts.leavers(), counts.leavers(), counts.achievers()),
              Policy.DFE_NARTS);
      if (!List.of(row.leavers(), row.rate()).equals(List.of(shown.get(0), shown.get(3)))) {
        others.add(row + " shown as " + shown);
      }
    }
    assertEquals(List.of(), others);
    assertEquals(3683, compared);
  }

  /** The rule that a rate needs five above the line as well has no row against it. */
  @Test
  void noRateIsShownThatOnlyFewerThanFiveAchieversGive() {
    List<Official> rated = OfficialRows.all().stream().filter(Official::hasRate).toList();
    assertEquals(1119 + 1107 + 1110, rated.size());
    assertEquals(List.of(), rated.stream().filter(row -> row.counts().isEmpty()).toList());
    assertTrue(rated.stream().anyMatch(row -> row.rate().equals("100.0")), "100 is shown");
    assertTrue(rated.stream().noneMatch(row -> row.rate().equals("0.0")), "0 is not");
    assertTrue(
        OfficialRows.all().stream()
            .anyMatch(row -> row.rate().equals("x") && row.leavers().equals("10")),
        "x with ten leavers");
  }
}
