package org.openqar.measures;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.Facts;
import org.openqar.rules.Columns;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Adds the values of all breakdowns to judged aims. A value that no look-up has is {@code Unknown};
 * the aim still counts.
 */
final class DescribedAims {
  private static final String AGE = "age_at_start";

  private final LookUps lookUps;

  DescribedAims(TableStore store) {
    this.lookUps = new LookUps(store);
  }

  /**
   * Returns rows of {@code qar_aim}.
   *
   * @param aims judged rows of {@code aim}
   */
  Dataset<Row> describe(Dataset<Row> aims) {
    Map<String, Column> values = new HashMap<>();
    Breakdowns.ALL.forEach(one -> values.put(one.name(), Columns.of(one.value())));
    Column[] described =
        Tables.QAR_AIM.columnNames().stream()
            .map(name -> values.getOrDefault(name, col(name)).as(name))
            .toArray(Column[]::new);
    return lookUps.addTo(needed(aims)).select(described);
  }

  /** Selects the columns that the table needs, those that the breakdowns need, and the age. */
  private static Dataset<Row> needed(Dataset<Row> aims) {
    List<String> there = List.of(aims.columns());
    return aims.select(
        Stream.concat(
                there.stream().filter(asked()::contains).map(name -> col(name)),
                Stream.of(Columns.of(Facts.AGE_AT_START).as(AGE)))
            .toArray(Column[]::new));
  }

  private static Set<String> asked() {
    Set<String> asked = new HashSet<>(Tables.QAR_AIM.columnNames());
    asked.addAll(LookUps.FOUND_BY);
    Breakdowns.ALL.forEach(one -> asked.addAll(one.value().columns()));
    return asked;
  }
}
