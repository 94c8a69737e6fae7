package org.openqar.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The reference CSVs of one folder: UTF-8 with a header row, columns by name in any order, further
 * columns passed over. LARS extracts and the ONS Postcode Directory under their official column
 * names are read too.
 */
public final class ReferenceFiles {
  /** Official column names of LARS extracts and of the ONS Postcode Directory, and ours. */
  private static final Map<String, String> OFFICIAL_NAMES =
      Map.ofEntries(
          Map.entry("learnaimref", "learn_aim_ref"),
          Map.entry("learnaimreftitle", "title"),
          Map.entry("notionalnvqlevelv2", "level"),
          Map.entry("sectorsubjectareatier1", "ssa_t1"),
          Map.entry("sectorsubjectareatier2", "ssa_t2"),
          Map.entry("learnaimreftype", "aim_type"),
          Map.entry("standardcode", "std_code"),
          Map.entry("notionalendlevel", "level"),
          Map.entry("fworkcode", "fwork_code"),
          Map.entry("progtype", "prog_type"),
          Map.entry("pwaycode", "pway_code"),
          Map.entry("pcds", "postcode"),
          Map.entry("rgn", "region"),
          Map.entry("oslaua", "local_authority_code"));

  /** The year and {@code cd} that newer postcode directories add to a column's name. */
  private static final Pattern OF_A_YEAR = Pattern.compile("(rgn|lad)[0-9]{2}cd");

  /** The regions of England by the codes of the Office for National Statistics. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("E12000001", "North East"),
          Map.entry("E12000002", "North West"),
          Map.entry("E12000003", "Yorkshire and The Humber"),
          Map.entry("E12000004", "East Midlands"),
          Map.entry("E12000005", "West Midlands"),
          Map.entry("E12000006", "East of England"),
          Map.entry("E12000007", "London"),
          Map.entry("E12000008", "South East"),
          Map.entry("E12000009", "South West"));

  private final SparkSession spark;
  private final ReferenceFolder folder;

  public ReferenceFiles(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = new ReferenceFolder(spark.sparkContext().hadoopConfiguration(), folder);
  }

  /**
   * A table's rows; none when its file is not there.
   *
   * @throws ReferenceException if a column that must be given is missing, a value does not fit or a
   *     key stands twice
   */
  Dataset<Row> read(Table table) {
    Optional<String> path = folder.path(table);
    if (path.isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    Dataset<Row> csv =
        spark
            .read()
            .option("header", true)
            .option("encoding", "UTF-8")
            .option("quote", "\"")
            .option("escape", "\"")
            .option("multiLine", true)
            .option("ignoreLeadingWhiteSpace", true)
            .option("ignoreTrailingWhiteSpace", true)
            .csv(path.get());
    Map<String, String> columns = columns(csv);
    for (Field field : table.fields()) {
      if (mustBeGiven(field) && !columns.containsKey(field.name())) {
        throw new ReferenceException(
            "%s has no column %s: its header must name %s."
                .formatted(path.get(), field.name(), String.join(", ", table.columnNames())));
      }
    }
    List<Column> typed = new ArrayList<>();
    List<Column> misfits = new ArrayList<>();
    for (Field field : table.fields()) {
      Column text =
          columns.containsKey(field.name())
              ? nullif(trim(csv.col("`" + columns.get(field.name()) + "`")), lit(""))
              : lit(null).cast("string");
      Column value = value(field, text);
      typed.add(value.as(field.name()));
      if (!field.name().equals("region")) {
        misfits.add(when(text.isNotNull().and(value.isNull()), field.name()));
      }
      if (mustBeGiven(field)) {
        misfits.add(when(text.isNull(), field.name()));
      }
    }
    Dataset<Row> rows = csv.select(typed.toArray(Column[]::new));
    Column misfit = coalesce(misfits.toArray(Column[]::new));
    Row checked =
        csv.select(
                Stream.concat(typed.stream(), Stream.of(misfit.as("misfit")))
                    .toArray(Column[]::new))
            .agg(
                count(col("misfit")),
                count(lit(1)),
                count_distinct(struct(TableStore.order(table))))
            .head();
    if (checked.getLong(0) > 0) {
      throw misfit(path.get(), csv, misfit);
    }
    if (checked.getLong(1) > checked.getLong(2)) {
      throw duplicate(path.get(), table, rows);
    }
    return rows;
  }

  /** A column that is never empty; a yes or no that is not given is a no. */
  private static boolean mustBeGiven(Field field) {
    return !field.nullable() && !field.type().equals(DataTypes.BooleanType);
  }

  /** The CSV's own column name for each of ours that it has. */
  private static Map<String, String> columns(Dataset<Row> csv) {
    return List.of(csv.columns()).stream()
        .collect(
            Collectors.toMap(
                name -> {
                  String plain = name.replace("\uFEFF", "").trim().toLowerCase(Locale.ROOT);
                  return OFFICIAL_NAMES.getOrDefault(withoutYear(plain), plain);
                },
                name -> name,
                (first, second) -> first));
  }

  private static String withoutYear(String column) {
    return OF_A_YEAR.matcher(column).matches()
        ? column.startsWith("rgn") ? "rgn" : "oslaua"
        : column;
  }

  /** By its name or its code; the code of a place outside England tells no region. */
  private static Column region(Column text) {
    Column name = when(text.rlike("^[A-Z][0-9]{8}$"), lit(null).cast("string")).otherwise(text);
    for (Map.Entry<String, String> region : new TreeMap<>(REGIONS).entrySet()) {
      name = when(text.equalTo(region.getKey()), region.getValue()).otherwise(name);
    }
    return name;
  }

  private static Column value(Field field, Column text) {
    if (field.name().equals("region")) {
      return region(text);
    }
    if (field.type().equals(DataTypes.BooleanType)) {
      Column yes = lower(text);
      return coalesce(
          when(yes.isin("true", "1", "yes", "y"), true)
              .when(yes.isin("false", "0", "no", "n"), false)
              .when(yes.isNull(), false));
    }
    return field.type().equals(DataTypes.StringType) ? text : text.try_cast(field.type());
  }

  private static ReferenceException misfit(String path, Dataset<Row> csv, Column misfit) {
    Row first =
        csv.select(misfit.as("field"), monotonically_increasing_id().as("record"))
            .where(col("field").isNotNull())
            .orderBy("record")
            .head();
    return new ReferenceException(
        "%s, record %d: %s is empty or not of its kind; correct it or leave the record out."
            .formatted(path, first.getLong(1) + 1, first.getString(0)));
  }

  private static ReferenceException duplicate(String path, Table table, Dataset<Row> rows) {
    Row twice =
        rows.groupBy(TableStore.order(table))
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(1))
            .orderBy(TableStore.order(table))
            .head();
    return new ReferenceException(
        "%s has %s %s more than once; keep one record."
            .formatted(
                path,
                String.join(", ", table.key()),
                twice.toSeq().take(table.key().size()).mkString(", ")));
  }
}
