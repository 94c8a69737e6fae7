package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
          100 10 10 10,    2, 100|10 10|10
          100 5 5 5 5 5 5, 2, 100|5 5 5 5|5 5
          40 40,           1, 40|40|
          """)
  void groups(String sizes, int tasks, String expected) {
    List<FilePart> files = new ArrayList<>();
    for (String size : sizes.split(" ")) {
      files.add(whole(files.size(), Long.parseLong(size) << 20));
    }
    List<String> groups =
        FileGroups.of(files, tasks).stream()
            .map(it -> String.join(" ", it.stream().map(f -> "" + (f.work() >> 20)).toList()))
            .toList();
    assertEquals(expected.replaceAll("\\|$", ""), String.join("|", groups));
  }

  @Test
  @DisplayName("as neighbours, the largest group first, in as many groups on each core")
  void neighbours() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int tasks = 1 + random.nextInt(8);
      List<FilePart> files = new ArrayList<>();
      for (int file = random.nextInt(60); file >= 0; file--) {
        files.add(whole(files.size(), (long) (Math.pow(random.nextDouble(), 4) * (400 << 20))));
      }
      List<List<FilePart>> groups = FileGroups.of(files, tasks);
      assertTrue(groups.size() >= Math.min(tasks, files.size()));
      long last = Long.MAX_VALUE;
      Set<Integer> seen = new HashSet<>();
      for (List<FilePart> group : groups) {
        int first = files.indexOf(group.get(0));
        assertEquals(files.subList(first, first + group.size()), group);
        assertTrue(seen.add(first));
        long work = group.stream().mapToLong(FilePart::work).sum() + group.size();
        assertTrue(work <= last);
        last = work;
      }
      assertEquals(files.size(), groups.stream().mapToInt(List::size).sum());
    }
  }

  @Test
  @DisplayName("many and small into few tasks")
  void manySmall() {
    List<FilePart> files = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      files.add(whole(files.size(), 1000));
    }
    assertEquals(List.of(500, 500), FileGroups.of(files, 2).stream().map(List::size).toList());
  }

  private static FilePart whole(int number, long bytes) {
    return FilePart.whole(new IlrFile("f" + number + ".xml", bytes));
  }
}
