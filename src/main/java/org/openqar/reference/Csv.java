package org.openqar.reference;

import com.univocity.parsers.csv.CsvParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.csv.UnivocityParser;
import org.apache.spark.sql.execution.datasources.csv.CSVUtils$;
import scala.jdk.javaapi.CollectionConverters;

/** Reads reference files as CSV. Spark and this class use the same parser with the same options. */
final class Csv {
  /** The options of Spark's CSV reader. */
  static final Map<String, String> OPTIONS =
      Map.of(
          "header", "true",
          "encoding", "UTF-8",
          "quote", "\"",
          "escape", "\"",
          "multiLine", "true",
          "ignoreLeadingWhiteSpace", "true",
          "ignoreTrailingWhiteSpace", "true");

  private Csv() {}

  /** Returns the records of a file one after the other, the header first. */
  static Iterator<String[]> records(InputStream in) {
    return CollectionConverters.asJava(
        UnivocityParser.tokenizeStream(
            in, false, new CsvParser(options().asParserSettings()), StandardCharsets.UTF_8.name()));
  }

  /**
   * Returns column names as Spark gives them. If several columns share a name, none of them keeps
   * it.
   */
  static List<String> names(Iterator<String[]> records) {
    return records.hasNext()
        ? new ArrayList<>(
            List.of(CSVUtils$.MODULE$.makeSafeHeader(records.next(), false, options())))
        : List.of();
  }

  private static CSVOptions options() {
    return new CSVOptions(
        scala.collection.immutable.Map.from(CollectionConverters.asScala(OPTIONS)), false, "UTC");
  }
}
