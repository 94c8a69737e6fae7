package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left out in silence. */
class VectorsTest {
  /** Files whose cases a test runs or finds in the list, one by one. */
  private static final Set<String> RUN =
      Set.of("timely.csv", "single-aim.csv", "chains.csv", "quartiles.csv", "rates.csv");

  @Test
  void everyFileIsRunOrListed() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(Vectors.FOLDER)) {
      for (String file :
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".csv") && !name.equals("left-out.csv"))
              .toList()) {
        boolean listed =
            Vectors.of("left-out.csv").stream()
                .anyMatch(one -> one.get("file").equals(file) && one.id().equals("*"));
        assertEquals(!RUN.contains(file), listed, file);
      }
    }
  }

  @Test
  void whatIsListedIsACaseAndHasAReason() {
    for (Vectors.Case listed : Vectors.of("left-out.csv")) {
      assertNotNull(listed.get("reason"), listed.id());
      List<String> ids = Vectors.of(listed.get("file")).stream().map(Vectors.Case::id).toList();
      assertTrue(listed.id().equals("*") || ids.contains(listed.id()), listed.cells().toString());
    }
  }
}
