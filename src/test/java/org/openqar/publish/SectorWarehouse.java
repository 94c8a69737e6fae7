package org.openqar.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.openqar.breakdowns.Dimension;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** An invented sector's counts as the tables of the measures. */
final class SectorWarehouse {
  static final String EDITION = "2024-25";
  static final int YEAR = 2024;

  /** What its provider numbers begin with. */
  static final int UKPRN = 10_000_000;

  private SectorWarehouse() {}

  /** Writes it into a warehouse, in education and training, with more cells of any dimension. */
  static void write(CountedSector sector, TableStore store, Map<String, String> moreOfTheNation) {
    Sums sums = sector.sums();
    List<Row> providers = new ArrayList<>();
    List<Row> nation = new ArrayList<>();
    for (int cell = 0; cell < sums.cells(); cell++) {
      CellPlace place = sums.place(cell);
      Dimension dimension = dimension(place);
      String value =
          dimension.columns().isEmpty()
              ? Dimension.ALL_OF_IT
              : String.join(
                  Dimension.BETWEEN,
                  dimension.columns().stream()
                      .map(column -> place.value(PublishableCells.columns().indexOf(column)))
                      .toList());
      (place.isNational() ? nation : providers)
          .add(row(place, dimension.name(), value, sums.counts(cell)));
    }
    CellPlace all = new CellPlace(CellPlace.NATION, Dimension.ALL_OF_IT, List.of());
    moreOfTheNation.forEach(
        (dimension, value) -> nation.add(row(all, dimension, value, new TrueCounts(50, 40L, 30))));
    write(store, Tables.QAR_PROVIDER, providers);
    write(store, Tables.QAR_NATIONAL, nation);
    StringBuilder known = new StringBuilder("ukprn | name | provider_type\n");
    sector
        .knowledge(Policy.NONE)
        .typeOfProvider()
        .forEach(
            (ukprn, type) ->
                known.append(
                    "%d | \"The\"  College, %s | %s\n"
                        .formatted(UKPRN + Integer.parseInt(ukprn), ukprn, type)));
    store.replace(Tables.PROVIDER, Frames.of(Tables.PROVIDER, known.toString()), KeyRange.ALL);
    store.replace(
        Tables.QAR_AIM,
        Frames.of(
            Tables.QAR_AIM,
            """
            edition | report_year | report_type            | aim_id | qar_status    | timely_cohort | ssa_t1 | ssa_t2
            2024-25 | 2024        | education_and_training | 1      | Continuing    | true          | A      | A1
            2024-25 | 2024        | education_and_training | 2      | Continuing    | true          | A      | A2
            2024-25 | 2024        | education_and_training | 3      | Continuing    | true          | B      | B1
            2024-25 | 2024        | education_and_training | 4      | Continuing    | true          | B      | B2
            2024-25 | 2024        | education_and_training | 5      | Continuing    | true          | B      | B3
            2024-25 | 2024        | education_and_training | 6      | Continuing    | true          | C      | C1
            """),
        KeyRange.of(EDITION, YEAR));
  }

  private static Dimension dimension(CellPlace place) {
    List<String> used =
        PublishableCells.columns().stream()
            .filter(column -> place.isBrokenDown(PublishableCells.columns().indexOf(column)))
            .toList();
    return PublishableCells.breakdowns().stream()
        .filter(one -> one.columns().size() == used.size() && used.containsAll(one.columns()))
        .findFirst()
        .orElseThrow();
  }

  private static Row row(CellPlace place, String dimension, String value, TrueCounts counts) {
    Map<String, Object> values = new HashMap<>();
    values.put("edition", EDITION);
    values.put("report_year", YEAR);
    values.put("report_type", "education_and_training");
    values.put("measure", "overall");
    values.put("year", YEAR);
    values.put("provider_type", place.providerType());
    values.put("ukprn", UKPRN + place.ukprn());
    values.put("dimension", dimension);
    values.put("value", value);
    values.put("leavers", counts.leavers());
    values.put("completers", counts.completers());
    values.put("achievers", counts.achievers());
    values.put("missing_providers", 0L);
    values.put("missing_leavers", 0L);
    Table table = place.isNational() ? Tables.QAR_NATIONAL : Tables.QAR_PROVIDER;
    return RowFactory.create(table.columnNames().stream().map(values::get).toArray());
  }

  private static void write(TableStore store, Table table, List<Row> rows) {
    store.replace(
        table, SparkTest.spark().createDataFrame(rows, table.schema()), KeyRange.of(EDITION, YEAR));
  }
}
