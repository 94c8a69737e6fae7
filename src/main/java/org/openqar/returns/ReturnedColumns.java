package org.openqar.returns;

import java.util.List;
import java.util.stream.Stream;
import org.openqar.tables.Tables;

/** Which columns of the {@code ilr} source the returns tables need. */
final class ReturnedColumns {
  private ReturnedColumns() {}

  private static final List<String> OURS =
      List.of(
          "return_id",
          "ukprn",
          "funding_year",
          "return_number",
          "learner_no",
          "delivery_no",
          "destination_no",
          "line");

  /** Learner columns that stand beside each of the learner's aims. */
  static final String[] WHO =
      common(Tables.RETURNED_LEARNER.columnNames(), Tables.RETURNED_DELIVERY.columnNames());

  /** Fields of a learning delivery. */
  static final String[] DELIVERY =
      Tables.RETURNED_DELIVERY.columnNames().stream()
          .filter(name -> !OURS.contains(name) && !List.of(WHO).contains(name))
          .toArray(String[]::new);

  /** Everything read of a file, but for what is told of the file itself. */
  static final String[] READ =
      Stream.concat(
              Stream.of("record", "source_file", "part", "record_no", "line", "learning_delivery"),
              Stream.concat(
                      Tables.RETURNED_LEARNER.columnNames().stream(),
                      Tables.RETURNED_DESTINATION.columnNames().stream())
                  .filter(name -> !OURS.contains(name))
                  .distinct())
          .toArray(String[]::new);

  private static String[] common(List<String> left, List<String> right) {
    return left.stream()
        .filter(name -> right.contains(name) && !OURS.contains(name))
        .toArray(String[]::new);
  }
}
