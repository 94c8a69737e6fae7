package org.openqar.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records come out in order, whether they fit in memory or not. */
class SortedRecordsTest {
  private static final int RECORDS = 5_000;

  private record Numbered(int key, String content) {}

  /** From all in memory to more runs than are merged at once. */
  @ParameterizedTest(name = "{0} bytes in memory")
  @ValueSource(longs = {1 << 20, 50_000, 2_000, 0})
  void theyAreSortedAndThoseOfOneKeyKeepTheirOrder(long bytesInMemory) throws IOException {
    Random random = new Random(7);
    List<Numbered> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (SortedRecords sorted = new SortedRecords(bytesInMemory)) {
      for (int i = 0; i < RECORDS; i++) {
        Numbered one = new Numbered(random.nextInt(300), "record " + i);
        expected.add(one);
        sorted.add(bytes(one.key()), one.content().getBytes(StandardCharsets.UTF_8));
      }
      sorted
          .inOrder()
          .forEachRemaining(content -> found.add(new String(content, StandardCharsets.UTF_8)));
    }
    expected.sort(Comparator.comparingInt(Numbered::key));
    assertEquals(expected.stream().map(Numbered::content).toList(), found);
  }

  private static byte[] bytes(int key) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
  }
}
