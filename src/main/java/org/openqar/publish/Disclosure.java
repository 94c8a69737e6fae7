package org.openqar.publish;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Turns counts into figures that readers may see. No other class does this. Sums connect the cells
 * of a report type, measure and year, so one task works on all of them. No other cells reveal
 * anything about them.
 *
 * @param fillsAbsent whether to fill cells without a row as if their counts were small
 * @param typeOf each provider's type
 * @param nestings the nestings of each report type
 */
record Disclosure(
    Policy policy,
    boolean fillsAbsent,
    Map<Integer, String> typeOf,
    Map<String, List<Nesting>> nestings)
    implements Serializable {

  /**
   * Returns the figures, with one row for each cell: {@code report_type}, {@code measure}, {@code
   * year}, {@code ukprn}, {@code provider_type}, one column for each column of the breakdowns, and
   * the indicators as text.
   *
   * @param cells the cells, in the form of {@link PublishableCells#all()}
   */
  Dataset<Row> control(Dataset<Row> cells) {
    MapFunction<Row, String> system =
        row -> row.getString(0) + "|" + row.getString(1) + "|" + row.getInt(2);
    FlatMapGroupsFunction<String, Row, Row> shown = (key, rows) -> figures(rows).iterator();
    return cells.groupByKey(system, Encoders.STRING()).flatMapGroups(shown, Encoders.row(schema()));
  }

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("report_type", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("ukprn", DataTypes.IntegerType)
            .add(PublishableCells.PROVIDER_TYPE, DataTypes.StringType);
    for (String column : PublishableCells.columns()) {
      schema = schema.add(column, DataTypes.StringType);
    }
    for (Indicator indicator : Indicator.values()) {
      schema = schema.add(indicator.column(), DataTypes.StringType);
    }
    return schema;
  }

  private List<Row> figures(Iterator<Row> rows) {
    Map<CellPlace, TrueCounts> cells = new TreeMap<>(CellPlace.ORDER);
    Row any = null;
    while (rows.hasNext()) {
      any = rows.next();
      CellPlace place =
          new CellPlace(
              any.<Integer>getAs("ukprn"),
              any.getAs(PublishableCells.PROVIDER_TYPE),
              PublishableCells.values(any.getAs("dimension"), any.getAs("value")));
      cells.put(
          place,
          new TrueCounts(any.getAs("leavers"), any.getAs("completers"), any.getAs("achievers")));
    }
    List<Row> figures = new ArrayList<>();
    if (any != null) {
      String reportType = any.getString(0);
      Sums sums =
          new Sums(
              PublishableCells.columns(),
              List.copyOf(cells.keySet()),
              List.copyOf(cells.values()),
              typeOf,
              nestings.getOrDefault(reportType, List.of()));
      BitSet hidden = Suppression.hidden(sums, policy);
      for (int cell = 0; cell < sums.cells(); cell++) {
        figures.add(row(any, sums.place(cell), figures(sums.counts(cell), hidden.get(cell))));
      }
      if (fillsAbsent) {
        boolean completers = cells.values().iterator().next().completers() != null;
        for (CellPlace absent : AbsentCells.among(cells.keySet())) {
          figures.add(row(any, absent, Figures.absent(completers)));
        }
      }
    }
    return figures;
  }

  private List<String> figures(TrueCounts counts, boolean hidden) {
    return hidden ? Figures.hidden(counts) : Figures.of(counts, policy);
  }

  private static Row row(Row ofSystem, CellPlace place, List<String> figures) {
    List<Object> values = new ArrayList<>();
    values.add(ofSystem.getString(0));
    values.add(ofSystem.getString(1));
    values.add(ofSystem.getInt(2));
    values.add(place.ukprn());
    values.add(place.providerType());
    values.addAll(place.values());
    values.addAll(figures);
    return RowFactory.create(values.toArray());
  }
}
