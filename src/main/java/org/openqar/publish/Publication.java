package org.openqar.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.EnglishRegion;
import org.openqar.breakdowns.Region;
import org.openqar.csv.CsvReader;
import org.openqar.messages.UserException;
import org.openqar.publish.DataFile.Level;
import org.openqar.publish.EesRules.Found;
import org.openqar.reports.DatasetExport;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Writes the counts and rates of one edition and report year to a folder for publication: data
 * files with their metadata, a data package, and a page on the method.
 */
public final class Publication {
  private static final String REGION = Region.REGION.name();

  private final SparkSession spark;
  private final TableStore store;
  private final Edition edition;
  private final int reportYear;
  private final RuleBook book;
  private final Policy policy;
  private final boolean fillsAbsent;
  private final Consumer<String> says;

  /**
   * @param book the rules of the edition for the report year
   * @param fillsAbsent whether to fill cells without a row with {@code low}
   * @param says takes a line when work begins and when it ends
   * @throws UserException if cells must be filled and the policy has no {@code low}
   */
  public Publication(
      SparkSession spark,
      TableStore store,
      Edition edition,
      int reportYear,
      RuleBook book,
      Policy policy,
      boolean fillsAbsent,
      Consumer<String> says) {
    if (fillsAbsent && policy.low() == 0) {
      throw UserException.failed(
          "--fill-absent fills absent cells with low, which policy %s does not know: leave --fill-absent out, or take policy dfe-narts."
              .formatted(policy.name()));
    }
    this.spark = spark;
    this.store = store;
    this.edition = edition;
    this.reportYear = reportYear;
    this.book = book;
    this.policy = policy;
    this.says = says;
    this.fillsAbsent = fillsAbsent;
  }

  /** The data files written, with the number of rows and of hidden rows in each. */
  public record Written(String file, long rows, long hidden) {
    /** Returns the share of hidden rows, in per cent. */
    public double share() {
      return rows == 0 ? 0 : Math.round(1000.0 * hidden / rows) / 10.0;
    }

    /** Whether the files hide more rows than they show. */
    public boolean isMostlyHidden() {
      return 2 * hidden > rows;
    }
  }

  /**
   * Writes the package.
   *
   * @param reportTypes the reports to write; an empty list means all
   * @param folder a folder on any Hadoop file system
   * @param replace whether to replace an earlier package there
   * @throws UserException if there is nothing to publish, if the folder holds other files, or if
   *     the files would break a rule
   */
  public List<Written> write(List<String> reportTypes, String folder, boolean replace) {
    try (PackageFolder into =
        new PackageFolder(folder, replace, spark.sparkContext().hadoopConfiguration())) {
      PublishableCells cells =
          new PublishableCells(store, KeyRange.of(edition.edition(), reportYear));
      Dataset<Row> all = cells.all();
      Dataset<Row> wanted =
          reportTypes.isEmpty() ? all : all.where(col("report_type").isin(reportTypes.toArray()));
      refuseEmpty(wanted, reportTypes);
      refuseStrangeRegions(wanted);
      Disclosure disclosure =
          new Disclosure(policy, fillsAbsent, cells.providerTypes(), cells.nestings());
      try (Systems systems = new Systems(disclosure, says)) {
        List<Written> written = write(systems.control(wanted), into);
        into.putInPlace();
        return written;
      }
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be written".formatted(folder),
          e,
          "check that the disk has room and that you may write there");
    }
  }

  private void refuseEmpty(Dataset<Row> cells, List<String> reportTypes) {
    if (cells.isEmpty()) {
      throw UserException.failed(
          "There are no measures of %s under edition %s for report year %d: run './qar run' first."
              .formatted(
                  reportTypes.isEmpty() ? "any report" : String.join(", ", reportTypes),
                  edition.edition(),
                  reportYear));
    }
  }

  private static void refuseStrangeRegions(Dataset<Row> cells) {
    Column known =
        col("value")
            .isin(
                Stream.concat(EnglishRegion.names().stream(), Stream.of(Breakdown.UNKNOWN))
                    .toArray());
    for (Row row :
        cells
            .where(col("dimension").equalTo(REGION).and(not(known)))
            .select("value")
            .orderBy("value")
            .takeAsList(1)) {
      throw UserException.failed(
          "'%s' is not a region of England; correct it in providers.csv or postcodes.csv."
              .formatted(row.getString(0)));
    }
  }

  private List<Written> write(Dataset<Row> shown, PackageFolder into) throws IOException {
    List<DataFile> files = files(shown);
    List<Written> written = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (DataFile file : files) {
      written.add(write(file, shown, into));
      others.addAll(List.of(file.name() + ".meta.csv", file.csv() + "-metadata.json"));
    }
    Provenance provenance = Provenance.of(store, edition.edition(), reportYear);
    into.write(
        "methodology.md",
        new Methodology(edition, reportYear, book, policy, fillsAbsent, provenance)
            .of(files, written));
    others.add(0, "methodology.md");
    String title =
        "Qualification achievement rates under edition %s, report year %d, policy %s"
            .formatted(edition.edition(), reportYear, policy.name());
    into.write(
        PackageFolder.DESCRIPTION,
        Descriptions.dataPackage(
            "%sqar-%d-%s".formatted(PackageFolder.OURS, reportYear, policy.name()),
            title,
            provenance.finishedAt(),
            files,
            written,
            others,
            into));
    return written;
  }

  /** Returns the files to write, with the filters that each needs. */
  private static List<DataFile> files(Dataset<Row> shown) {
    List<String> columns =
        Stream.concat(
                Stream.of(PublishableCells.PROVIDER_TYPE), PublishableCells.columns().stream())
            .toList();
    Column[] facts =
        Stream.concat(
                Stream.of(max("year").as("last")),
                columns.stream()
                    .map(
                        column ->
                            count_if(
                                    not(
                                        col(column)
                                            .isin(Dimension.ALL_OF_IT, Breakdown.NOT_APPLICABLE)))
                                .as(column)))
            .toArray(Column[]::new);
    List<DataFile> files = new ArrayList<>();
    for (Row row :
        shown
            .groupBy(
                col("report_type"),
                col("measure"),
                col("ukprn").equalTo(CellPlace.NATION).as("national"))
            .agg(min("year").as("first"), facts)
            .orderBy(col("report_type"), col("measure"), col("national").desc())
            .collectAsList()) {
      boolean national = row.getAs("national");
      String reportType = row.getAs("report_type");
      files.add(
          new DataFile(
              reportType,
              row.getAs("measure"),
              national ? Level.NATIONAL : Level.PROVIDERS,
              columns.stream()
                  .filter(column -> row.<Long>getAs(column) > 0)
                  .filter(column -> !(national && column.equals(REGION)))
                  .map(column -> EesFilter.of(column, reportType))
                  .toList(),
              national && row.<Long>getAs(REGION) > 0,
              row.getAs("first"),
              row.getAs("last")));
    }
    return files;
  }

  private Written write(DataFile file, Dataset<Row> shown, PackageFolder into) throws IOException {
    DatasetExport.write(
        rows(file, shown)
            .repartition(1)
            .sortWithinPartitions(file.key().stream().map(functions::col).toArray(Column[]::new)),
        into.path(file.csv()));
    String metadata = file.name() + ".meta.csv";
    into.write(metadata, file.metadata());
    into.write(file.csv() + "-metadata.json", Descriptions.csvw(file));
    try (CsvReader data = into.read(file.csv());
        CsvReader about = into.read(metadata)) {
      Found found = EesRules.of(file.csv(), data, metadata, about);
      if (!found.broken().isEmpty()) {
        throw UserException.failed(
            "%s would break %d rules of explore education statistics, the first being %s."
                .formatted(file.csv(), found.broken().size(), found.broken().get(0)));
      }
      return new Written(file.csv(), found.rows(), found.hidden());
    }
  }

  /** Returns the rows of a file in its columns, in no order. */
  private Dataset<Row> rows(DataFile file, Dataset<Row> shown) {
    boolean national = file.level() == Level.NATIONAL;
    Column ofFile =
        col("report_type")
            .equalTo(file.reportType())
            .and(col("measure").equalTo(file.measure()))
            .and(
                national
                    ? col("ukprn").equalTo(CellPlace.NATION)
                    : col("ukprn").gt(CellPlace.NATION));
    for (String column : PublishableCells.columns()) {
      boolean used = file.filters().stream().anyMatch(filter -> filter.breakdown().equals(column));
      if (!used && !(column.equals(REGION) && file.regional())) {
        ofFile = ofFile.and(col(column).equalTo(Dimension.ALL_OF_IT));
      }
    }
    List<Column> columns = new ArrayList<>();
    file.placeColumns().forEach(column -> columns.add(place(file, column).as(column)));
    file.filters().forEach(filter -> columns.add(items(filter).as(filter.column())));
    file.indicators().forEach(indicator -> columns.add(col(indicator.column())));
    Dataset<Row> rows = shown.where(ofFile);
    return (national
            ? rows
            : rows.join(broadcast(names()), col("ukprn").equalTo(col("named")), "left"))
        .select(columns.toArray(Column[]::new));
  }

  private Dataset<Row> names() {
    return store
        .read(Tables.PROVIDER)
        .select(
            col("ukprn").as("named"), trim(regexp_replace(col("name"), "\\s+", " ")).as("name"));
  }

  private static Column place(DataFile file, String column) {
    Column isRegion = file.regional() ? col(REGION).notEqual(Dimension.ALL_OF_IT) : lit(false);
    return switch (column) {
      case "time_period" ->
          concat(col("year"), lpad(pmod(col("year").plus(1), lit(100)).cast("string"), 2, "0"));
      case "time_identifier" -> lit("Academic year");
      case "geographic_level" ->
          when(isRegion, "Regional").otherwise(file.level().geographicLevel());
      case "country_code" -> lit(Geography.ENGLAND_CODE);
      case "country_name" -> lit(Geography.ENGLAND);
      case "region_code" -> when(isRegion, regionCode()).otherwise("");
      case "region_name" ->
          when(isRegion, when(isUnknown(), Geography.NOT_AVAILABLE).otherwise(col(REGION)))
              .otherwise("");
      case "provider_ukprn" -> col("ukprn").cast("string");
      default ->
          concat(coalesce(col("name"), lit(Breakdown.UNKNOWN)), lit(" ("), col("ukprn"), lit(")"));
    };
  }

  private static Column isUnknown() {
    return col(REGION).equalTo(Breakdown.UNKNOWN);
  }

  private static Column regionCode() {
    Column code = when(isUnknown(), Geography.NOT_AVAILABLE_CODE);
    for (EnglishRegion region : EnglishRegion.values()) {
      code = code.when(col(REGION).equalTo(region.title()), region.code());
    }
    return code;
  }

  private static Column items(EesFilter filter) {
    Column value = col(filter.breakdown());
    Column item = value;
    for (var one : filter.file().items().entrySet()) {
      item = when(value.equalTo(one.getKey()), one.getValue()).otherwise(item);
    }
    return item;
  }
}
