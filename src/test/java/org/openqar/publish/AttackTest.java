package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackTest {
  @ParameterizedTest(name = "sector {0} of {1} providers with up to {2} aims")
  @CsvSource({
    "1, 4, 60",
    "2, 6, 200",
    "3, 8, 400",
    "4, 12, 900",
    "5, 25, 300",
    "6, 40, 1500",
    "7, 3, 2000",
    "8, 60, 120",
    "9, 15, 50"
  })
  void nothingIsFoundOutUnderStrict(long seed, int providers, int most) {
    CountedSector sector = new CountedSector(seed, providers, most);
    long began = System.nanoTime();
    int hid = Suppression.hidden(sector.sums(), Policy.STRICT).cardinality();
    System.out.println("suppression ms " + (System.nanoTime() - began) / 1000000 + " hid " + hid);
    Findings found = sector.attacked(Policy.STRICT);
    System.out.println(
        seed
            + ": "
            + found.hidden()
            + " of "
            + found.cells()
            + " hidden; narrowed "
            + found.narrowed().size()
            + " in ms "
            + (System.nanoTime() - began) / 1000000
            + " "
            + found.narrowed().stream().limit(3).toList());
    assertEquals(List.of(), found.recovered());
    assertEquals(List.of(), found.narrowed());
  }
}
