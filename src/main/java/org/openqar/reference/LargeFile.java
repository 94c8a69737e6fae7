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
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;

/** A reference file that Spark reads because of its size. */
final class LargeFile {
  private final String path;
  private final Table table;
  private final LookupHeader header;
  private final Dataset<Row> csv;

  LargeFile(SparkSession spark, String path, Table table, LookupHeader header) {
    this.path = path;
    this.table = table;
    this.header = header;
    StructType texts = new StructType();
    for (String column : header.columns()) {
      texts = texts.add(column, DataTypes.StringType);
    }
    this.csv = spark.read().options(Csv.OPTIONS).schema(texts).csv(path);
  }

  /**
   * Returns the rows of the file.
   *
   * @throws UserException if a value does not fit or a key appears twice
   */
  Dataset<Row> rows() {
    List<Column> typed = new ArrayList<>();
    List<Column> misfits = new ArrayList<>();
    for (Field field : table.fields()) {
      Column text =
          header
              .place(field)
              .map(place -> csv.col("`" + header.columns().get(place) + "`"))
              .map(column -> nullif(trim(column), lit("")))
              .orElse(lit(null).cast("string"));
      Column value = value(field, text);
      typed.add(value.as(field.name()));
      if (LookupKind.of(field) != LookupKind.REGION) {
        misfits.add(when(text.isNotNull().and(value.isNull()), field.name()));
      }
      if (LookupHeader.mustBeGiven(field)) {
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
      throw misfit(misfit);
    }
    if (checked.getLong(1) > checked.getLong(2)) {
      throw duplicate(rows);
    }
    return rows;
  }

  private static Column value(Field field, Column text) {
    return switch (LookupKind.of(field)) {
      case REGION -> Regions.named(text);
      case SUBJECT -> Subjects.named(text);
      case YES_OR_NO -> yes(lower(text));
      case TEXT -> text;
      case NUMBER -> text.try_cast(field.type());
    };
  }

  private static Column yes(Column lower) {
    return coalesce(
        when(lower.isin(LookupFile.YES.toArray()), true)
            .when(lower.isin(LookupFile.NO.toArray()), false)
            .when(lower.isNull(), false));
  }

  private UserException misfit(Column misfit) {
    Row first =
        csv.select(misfit.as("field"), monotonically_increasing_id().as("record"))
            .where(col("field").isNotNull())
            .orderBy("record")
            .head();
    return Unusable.misfit(path, first.getLong(1) + 1, first.getString(0));
  }

  private UserException duplicate(Dataset<Row> rows) {
    Row twice =
        rows.groupBy(TableStore.order(table))
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(1))
            .orderBy(TableStore.order(table))
            .head();
    return Unusable.duplicate(path, table, twice.toSeq().take(table.key().size()).mkString(", "));
  }
}
