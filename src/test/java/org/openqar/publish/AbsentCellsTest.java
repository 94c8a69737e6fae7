package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose cells are filled: provider (0 is the nation), type of provider, value. */
class AbsentCellsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all are there                        | 0 Total A, 0 Total B, 1 Total A, 1 Total B | ''
          a provider has no row of a value     | 0 Total A, 0 Total B, 1 Total A, 2 Total B | 1 Total B, 2 Total A
          a type has no row of a value         | 0 Total A, 0 Total B, 0 College A          | 0 College B
          the nation has no row of it          | 0 Total A, 1 Total A                       | ''
          nobody's cells are not made up       | 0 Total A                                  | ''
          """)
  void areThoseOfTheNationThatAProviderOrATypeLacks(String what, String cells, String absent) {
    assertEquals(
        absent,
        AbsentCells.among(Arrays.stream(cells.split(", ")).map(AbsentCellsTest::cell).toList())
            .stream()
            .map(
                cell ->
                    "%d %s %s".formatted(cell.ukprn(), cell.providerType(), cell.values().get(0)))
            .collect(Collectors.joining(", ")));
  }

  private static CellPlace cell(String text) {
    String[] parts = text.split(" ");
    return new CellPlace(Integer.parseInt(parts[0]), parts[1], List.of(parts[2]));
  }

  @ParameterizedTest(name = "completers known: {0}")
  @CsvSource({"true,low low low x x x", "false,low z low x z z"})
  void areShownLikeSmallOnes(boolean completers, String expected) {
    assertEquals(expected, String.join(" ", Figures.absent(completers)));
  }
}
