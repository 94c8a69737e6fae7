package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Files are packed")
class FileGroupsTest {

  @ParameterizedTest(name = "sizes in MiB {0} on {1} cores into {2}")
  @CsvSource(
      textBlock =
          """
          1,               2, 1
          1 1,             2, 1|1
          1 1 1,           2, 1 1|1
          10 1 1,          2, 10|1 1
          20 20 20,        2, 20 20|20
          100 10 10 10,    2, 100|10|10|10
          100 5 5 5 5 5 5, 2, 100|5 5|5 5|5|5
          40 40,           1, 40|40|
          """)
  void groups(String sizes, int tasks, String expected) {
    List<IlrFile> files = new ArrayList<>();
    for (String size : sizes.split(" ")) {
      files.add(new IlrFile("f" + files.size() + ".xml", Long.parseLong(size) << 20));
    }
    List<String> groups =
        FileGroups.of(files, tasks).stream()
            .map(it -> String.join(" ", it.stream().map(f -> "" + (f.bytes() >> 20)).toList()))
            .toList();
    assertEquals(expected.replaceAll("\\|$", ""), String.join("|", groups));
  }

  @Test
  @DisplayName("many and small into few tasks")
  void manySmall() {
    List<IlrFile> files = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      files.add(new IlrFile("f" + i + ".xml", 1000));
    }
    assertEquals(List.of(500, 500), FileGroups.of(files, 2).stream().map(List::size).toList());
  }
}
