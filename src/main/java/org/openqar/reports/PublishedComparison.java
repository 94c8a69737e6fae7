package org.openqar.reports;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.cardinality;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Figure;
import org.openqar.tables.KeyRange;
import org.openqar.tables.PublishedState;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Our figures beside those of imported publications, cell by cell, within their rounding (qar-rules
 * 5.2). Reads tables and computes none.
 */
public final class PublishedComparison {
  static final String AGREE = "agree";
  static final String DIFFER = "differ";
  static final String NOT_COMPARABLE = "not comparable";
  static final String ONLY_OURS = "only ours";
  static final String ONLY_THEIRS = "only theirs";
  static final String NOT_COMPUTED = "not computed here";

  /** What names a figure; texts are compared without case. */
  private static final List<String> KEY =
      List.of(
          "publication",
          "report_type",
          "measure",
          "year",
          "scope",
          "ukprn",
          "provider_type",
          "dimension",
          "value",
          "figure");

  private static final List<String> WITHOUT_CASE = List.of("provider_type", "value");

  /** What figures have in common that stand in one table. */
  private static final List<String> KIND =
      List.of("report_type", "measure", "year", "scope", "by_type", "dimension", "figure");

  private final TableStore store;
  private final KeyRange ours;
  private final Dataset<Row> published;
  private final String edition;
  private final int reportYear;

  /**
   * @param publication one of those that were imported; all of them where it is empty
   * @throws UserException if there is nothing to compare
   */
  public PublishedComparison(
      TableStore store, String edition, int reportYear, Optional<String> publication) {
    this.store = store;
    this.ours = KeyRange.of(edition, reportYear);
    this.edition = edition;
    this.reportYear = reportYear;
    if (!store.exists(Tables.PUBLISHED_RATE)) {
      throw UserException.failed(
          "No published table was imported into this warehouse: run ./qar import-published first.");
    }
    Dataset<Row> all = store.read(Tables.PUBLISHED_RATE);
    this.published =
        publication
            .map(name -> store.read(Tables.PUBLISHED_RATE, KeyRange.ofPublication(name)))
            .orElse(all);
    if (published.isEmpty()) {
      throw UserException.failed(
          "There is no publication %s; imported are %s."
              .formatted(
                  publication.orElse(""),
                  all
                      .select("publication")
                      .distinct()
                      .orderBy("publication")
                      .collectAsList()
                      .stream()
                      .map(row -> row.getString(0))
                      .collect(Collectors.joining(", "))));
    }
    if (store.read(Tables.QAR_NATIONAL, ours).isEmpty()) {
      throw UserException.failed(
          "The warehouse has no rates of edition %s and report year %d: run ./qar run with them first."
              .formatted(edition, reportYear));
    }
  }

  String edition() {
    return edition;
  }

  int reportYear() {
    return reportYear;
  }

  /** Published rows with filters that we do not break down by, which are left out. */
  public long withOtherFilters() {
    return published.where(cardinality(col("other_filters")).gt(0)).count();
  }

  /**
   * One row a figure of a cell: the publication and the cell, {@code figure}, {@code ours}, {@code
   * theirs} with its {@code state} and {@code line}, {@code difference} and {@code verdict}. Cells
   * of ours are among them where the publication has others of the same breakdown and year; where
   * we have none of a breakdown and year, theirs are not computed here.
   */
  public Dataset<Row> figures() {
    Dataset<Row> theirs = theirs();
    Dataset<Row> everything = everything();
    Dataset<Row> mine = everything.join(kinds(theirs, "publication"), seq(KIND), "inner");
    Dataset<Row> computed = kinds(everything).withColumn("computed", lit(true));
    Column same =
        KEY.stream()
            .map(name -> compared("t", name).eqNullSafe(compared("o", name)))
            .reduce(Column::and)
            .orElseThrow();
    List<Column> columns =
        Stream.concat(
                KEY.stream().map(name -> coalesce(col("t." + name), col("o." + name)).as(name)),
                Stream.of(
                    coalesce(col("t.by_type"), col("o.by_type")).as("by_type"),
                    col("o.number").as("ours"),
                    col("t.number").as("theirs"),
                    col("t.state").as("state"),
                    col("t.line").as("line")))
            .toList();
    return theirs
        .alias("t")
        .join(mine.alias("o"), same, "full_outer")
        .select(columns.toArray(Column[]::new))
        .join(broadcast(computed), seq(KIND), "left")
        .withColumn("difference", col("ours").minus(col("theirs")))
        .withColumn("verdict", verdict())
        .select(
            Stream.concat(
                    KEY.stream(),
                    Stream.of("ours", "theirs", "state", "difference", "verdict", "line"))
                .map(name -> col(name))
                .toArray(Column[]::new));
  }

  private static Column compared(String side, String name) {
    Column column = col(side + "." + name);
    return WITHOUT_CASE.contains(name) ? lower(trim(regexp_replace(column, "\\s+", " "))) : column;
  }

  /**
   * A count agrees when ours is theirs after rounding to the nearest 10, half up, or 1 to 4 where
   * theirs is low; a rate when both are the same at one decimal, or ours is under 0.5 where theirs
   * is low. No cell of ours is a count of nought.
   */
  private static Column verdict() {
    Column isRate = col("figure").endsWith("_rate");
    Column count = coalesce(col("ours"), lit(0));
    Column rounded = expr("floor((coalesce(ours, 0) + 5) / 10) * 10");
    Column number =
        when(isRate, abs(col("ours").minus(col("theirs"))).leq(lit(new BigDecimal("0.05"))))
            .otherwise(rounded.equalTo(col("theirs")).or(count.equalTo(col("theirs"))));
    Column low =
        when(isRate, col("ours").gt(lit(0)).and(col("ours").lt(lit(new BigDecimal("0.5")))))
            .otherwise(count.between(lit(1), lit(4)));
    Column isLow = is(PublishedState.LOW).or(is(PublishedState.UNDER_FIVE).and(not(isRate)));
    Column nothing =
        col("ours").isNull().and(col("theirs").isNull().or(isRate).or(col("theirs").gt(lit(0))));
    return when(col("state").isNull(), ONLY_OURS)
        .when(col("computed").isNull(), NOT_COMPUTED)
        .when(is(PublishedState.VALUE).and(nothing), ONLY_THEIRS)
        .when(is(PublishedState.VALUE), when(number, AGREE).otherwise(DIFFER))
        .when(isLow.and(col("ours").isNull()), ONLY_THEIRS)
        .when(isLow, when(low, AGREE).otherwise(DIFFER))
        .otherwise(NOT_COMPARABLE);
  }

  private static Column is(PublishedState state) {
    return coalesce(col("state"), lit("")).equalTo(state.label());
  }

  private Dataset<Row> theirs() {
    Function<Figure, Column> figure =
        one -> number(one, col(one.column()), col(one.stateColumn()).as("state"));
    return published
        .where(cardinality(col("other_filters")).equalTo(0))
        .withColumn("provider_type", ofNation(col("provider_type")))
        .withColumn("by_type", byType())
        .withColumn("one", explode(each(figure)))
        .where(col("one.state").notEqual(PublishedState.ABSENT.label()))
        .select(names("publication", "line", "one.*"));
  }

  /** All figures of ours. */
  private Dataset<Row> everything() {
    Function<Figure, Column> figure = one -> number(one, col(one.column()));
    return Stream.of(
            store
                .read(Tables.QAR_NATIONAL, ours)
                .withColumns(Map.of("scope", lit("national"), "ukprn", lit(null).cast("int"))),
            store
                .read(Tables.QAR_PROVIDER, ours)
                .withColumns(
                    Map.of("scope", lit("provider"), "provider_type", lit(null).cast("string"))))
        .map(
            table ->
                table
                    .withColumn("by_type", byType())
                    .withColumn("one", explode(each(figure)))
                    .where(col("one.number").isNotNull())
                    .select(names("one.*")))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> kinds(Dataset<Row> figures, String... more) {
    return figures
        .select(
            Stream.concat(Arrays.stream(more), KIND.stream())
                .map(name -> col(name))
                .toArray(Column[]::new))
        .distinct();
  }

  /** Whether a table tells types of providers apart; those that do not may be compared alone. */
  private static Column byType() {
    return coalesce(lower(col("provider_type")), lit("total"))
        .notEqual(lit(Breakdown.ALL_OF_IT.toLowerCase(Locale.ROOT)));
  }

  /** A provider's type is no part of what names its figures. */
  private static Column ofNation(Column providerType) {
    return when(col("scope").equalTo("national"), providerType);
  }

  private static Seq<String> seq(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }

  private static Column[] names(String... more) {
    return Stream.concat(
            Stream.of(
                "report_type",
                "measure",
                "year",
                "scope",
                "ukprn",
                "provider_type",
                "by_type",
                "dimension",
                "value"),
            Arrays.stream(more))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Column each(Function<Figure, Column> figure) {
    return array(Arrays.stream(Figure.values()).map(figure).toArray(Column[]::new));
  }

  private static Column number(Figure figure, Column number, Column... more) {
    return struct(
        Stream.concat(
                Stream.of(
                    lit(figure.column()).as("figure"), number.cast("decimal(18,1)").as("number")),
                Arrays.stream(more))
            .toArray(Column[]::new));
  }
}
