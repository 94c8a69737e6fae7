package org.openqar.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.ilr.IlrSource;
import org.openqar.returns.Placement.Start;

/**
 * Finds where each part of a large file begins. Learners and lines have numbers that count through
 * the whole file, so those of the earlier parts must be counted first.
 */
final class PartStarts {
  private PartStarts() {}

  /**
   * Returns the starts of the parts of those files that are read in several parts.
   *
   * @param reading options of the {@code ilr} source
   */
  static Map<String, List<Start>> of(
      SparkSession spark, Map<String, String> reading, List<JudgedFile> files) {
    long size = Long.parseLong(reading.getOrDefault("splitBytes", "0").strip());
    String[] large =
        files.stream()
            .filter(judged -> IlrSource.maySplit(judged.file().bytes(), size))
            .map(judged -> judged.file().sourceFile())
            .toArray(String[]::new);
    Map<String, List<Row>> counts = new HashMap<>();
    if (large.length > 0) {
      for (Row part :
          spark
              .read()
              .format("ilr")
              .options(reading)
              .option("records", "file")
              .option("mode", "permissive")
              .load(large)
              .select("source_file", "file.learners", "file.destinations", "file.lines", "part")
              .orderBy("source_file", "part")
              .collectAsList()) {
        counts.computeIfAbsent(part.getString(0), any -> new ArrayList<>()).add(part);
      }
    }
    Map<String, List<Start>> starts = new HashMap<>();
    counts.forEach((file, parts) -> starts.put(file, through(parts)));
    return starts;
  }

  /** Returns the starts of the parts of one file, from the counts of the parts that were read. */
  static List<Start> of(List<ReadPart> parts) {
    return through(parts.stream().map(ReadPart::file).toList());
  }

  /** Returns one start for each part, and none for a file that is read whole. */
  private static List<Start> through(List<Row> parts) {
    List<Start> starts = new ArrayList<>();
    Start start = Start.OF_FILE;
    for (Row part : parts.size() == 1 ? List.<Row>of() : parts) {
      starts.add(start);
      start =
          start.after(
              part.<Long>getAs("learners"),
              part.<Long>getAs("destinations"),
              // Unknown if the part breaks. The run then reads the whole file.
              Objects.requireNonNullElse(part.<Integer>getAs("lines"), 0));
    }
    return starts;
  }
}
