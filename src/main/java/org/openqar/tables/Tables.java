package org.openqar.tables;

import java.util.List;
import java.util.stream.Collectors;
import org.openqar.messages.Nearest;
import org.openqar.messages.UserException;

/** Lists every table, in the order in which data flows. */
public final class Tables {
  private Tables() {}

  public static final Table RETURN_FILE = ReturnTables.RETURN_FILE;
  public static final Table RETURNED_LEARNER = ReturnTables.RETURNED_LEARNER;
  public static final Table RETURNED_DELIVERY = ReturnTables.RETURNED_DELIVERY;
  public static final Table RETURNED_DESTINATION = ReturnTables.RETURNED_DESTINATION;
  public static final Table RETURN_ISSUE = ReturnTables.RETURN_ISSUE;

  public static final Table PROVIDER = ReferenceTables.PROVIDER;
  public static final Table PROVIDER_MERGER = ReferenceTables.PROVIDER_MERGER;
  public static final Table PROVIDER_GROUP = ReferenceTables.PROVIDER_GROUP;
  public static final Table LEARNING_AIM = ReferenceTables.LEARNING_AIM;
  public static final Table STANDARD = ReferenceTables.STANDARD;
  public static final Table FRAMEWORK = ReferenceTables.FRAMEWORK;
  public static final Table POSTCODE = ReferenceTables.POSTCODE;

  public static final Table PUBLISHED_RATE = PublishedTables.PUBLISHED_RATE;

  public static final Table AIM = AimTables.AIM;

  public static final Table QAR_AIM = MeasureTables.QAR_AIM;
  public static final Table QAR_PROVIDER = MeasureTables.QAR_PROVIDER;
  public static final Table QAR_NATIONAL = MeasureTables.QAR_NATIONAL;

  public static final Table QUARTILE_THRESHOLD = BenchmarkTables.QUARTILE_THRESHOLD;
  public static final Table STANDARD_THRESHOLD = BenchmarkTables.STANDARD_THRESHOLD;
  public static final Table PROVIDER_BENCHMARK = BenchmarkTables.PROVIDER_BENCHMARK;
  public static final Table PROVIDER_PEER = BenchmarkTables.PROVIDER_PEER;
  public static final Table GROUP_BENCHMARK = BenchmarkTables.GROUP_BENCHMARK;

  public static final Table AIM_TRAIL = OperationTables.AIM_TRAIL;
  public static final Table RUN = OperationTables.RUN;

  /** All tables. */
  public static final List<Table> ALL =
      List.of(
          RETURN_FILE,
          RETURNED_LEARNER,
          RETURNED_DELIVERY,
          RETURNED_DESTINATION,
          RETURN_ISSUE,
          PROVIDER,
          PROVIDER_MERGER,
          PROVIDER_GROUP,
          LEARNING_AIM,
          STANDARD,
          FRAMEWORK,
          POSTCODE,
          PUBLISHED_RATE,
          AIM,
          QAR_AIM,
          QAR_PROVIDER,
          QAR_NATIONAL,
          QUARTILE_THRESHOLD,
          STANDARD_THRESHOLD,
          PROVIDER_BENCHMARK,
          PROVIDER_PEER,
          GROUP_BENCHMARK,
          AIM_TRAIL,
          RUN);

  /** Returns the tables of one layer. */
  public static List<Table> of(TableLayer layer) {
    return ALL.stream().filter(t -> t.layer() == layer).toList();
  }

  /** Returns the tables of one layer that its stage writes: all except imported ones. */
  public static List<Table> ofStage(TableLayer layer) {
    return of(layer).stream().filter(t -> !isImported(t)).toList();
  }

  /** Whether a separate command imports a table, and no run writes it. */
  public static boolean isImported(Table table) {
    return table == PUBLISHED_RATE;
  }

  /**
   * Returns a table by name.
   *
   * @throws UserException if there is no such table, naming all tables
   */
  public static Table named(String name) {
    return ALL.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no table %s.%s The tables are %s."
                        .formatted(
                            name,
                            Nearest.to(name, ALL.stream().map(Table::name).toList()),
                            ALL.stream().map(Table::name).collect(Collectors.joining(", ")))));
  }
}
