package org.openqar.returns;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.openqar.ilr.IlrSchema;
import org.openqar.tables.Returned;

/**
 * One pass over some files. Its rows are kept until it is closed, because several tables are
 * written from them.
 */
final class Scan implements AutoCloseable {
  private static final StructType PLACES =
      new StructType()
          .add("place_file", DataTypes.StringType, false)
          .add("place_part", DataTypes.IntegerType, false)
          .add("return_id", DataTypes.StringType, false)
          .add("ukprn", DataTypes.IntegerType, false)
          .add("funding_year", DataTypes.IntegerType, false)
          .add("return_number", DataTypes.IntegerType, false)
          .add("learners_before", DataTypes.LongType, false)
          .add("destinations_before", DataTypes.LongType, false)
          .add("lines_before", DataTypes.IntegerType, false);

  /** What is read of a file itself: all but its hash. */
  static final String[] FILE = {
    "bytes",
    "learners",
    "aims",
    "destinations",
    "lines",
    "unknown_elements",
    "case_slips",
    "namespaces",
    "problem"
  };

  private final Dataset<Row> rows;
  private final Map<String, List<Row>> parts = new HashMap<>();
  private final Map<String, FileFacts> facts = new HashMap<>();

  /**
   * Reads files to their ends.
   *
   * @param reading options of the {@code ilr} source
   */
  Scan(SparkSession spark, Map<String, String> reading, List<JudgedFile> files) {
    rows =
        select(
                spark
                    .read()
                    .format("ilr")
                    .options(reading)
                    .option("records", "all")
                    .option("mode", "permissive")
                    .load(
                        files.stream()
                            .map(file -> file.file().sourceFile())
                            .toArray(String[]::new)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    for (Row row :
        rows.where(col("record").equalTo("file"))
            .select("source_file", "part", "file")
            .collectAsList()) {
      parts.computeIfAbsent(row.getString(0), any -> new ArrayList<>()).add(row);
    }
    parts.values().forEach(rows -> rows.sort(Comparator.comparingInt(row -> row.getInt(1))));
    Map<String, List<Integer>> links = links(rows);
    for (JudgedFile judged : files) {
      String file = judged.file().sourceFile();
      facts.put(file, facts(judged, links.getOrDefault(file, List.of())));
    }
  }

  private Scan(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** A scan without a file. */
  static Scan ofNothing(SparkSession spark) {
    return new Scan(select(spark.createDataFrame(List.of(), IlrSchema.columns())));
  }

  /** Of a file all but its hash, which the inventory took: hashing costs a fifth of reading. */
  private static Dataset<Row> select(Dataset<Row> frame) {
    Column[] ofFile =
        Arrays.stream(FILE).map(name -> col("file").getField(name).as(name)).toArray(Column[]::new);
    return frame.select(
        Stream.concat(
                Arrays.stream(ReturnedColumns.READ).map(name -> col(name)),
                Stream.of(when(col("record").equalTo("file"), struct(ofFile)).as("file")))
            .toArray(Column[]::new));
  }

  private FileFacts facts(JudgedFile judged, List<Integer> links) {
    List<Row> files =
        parts.get(judged.file().sourceFile()).stream().map(part -> part.getStruct(2)).toList();
    FileFacts found = FileFacts.of(files, links);
    long bytes = files.size() == 1 ? bytes(files.get(0)) : bytesStored(judged.file());
    return bytes < 0 || bytes == judged.file().bytes()
        ? found
        : found.having(
            new ReturnedFile.Problem(
                IssueCode.CHANGED_MEANWHILE.code(),
                null,
                "%s had %d bytes of XML when the run began and %d when it was read; run again when nobody writes to the returns."
                    .formatted(judged.file().sourceFile(), judged.file().bytes(), bytes)));
  }

  /**
   * How many bytes of XML a file that was read whole had; -1 if it could not be read to its end.
   */
  private static long bytes(Row file) {
    Long bytes = file.getAs("bytes");
    return bytes == null ? -1 : bytes;
  }

  /** How large a file is now that its parts were read; only plain XML has parts. */
  private long bytesStored(ReturnedFile file) {
    Path path = new Path(file.sourceFile());
    try {
      return path.getFileSystem(rows.sparkSession().sparkContext().hadoopConfiguration())
          .getFileStatus(path)
          .getLen();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What it found out about each file, but for those that must be read whole. */
  Map<String, FileFacts> facts() {
    Map<String, FileFacts> settled = new HashMap<>(facts);
    settled.keySet().removeAll(unsplittable());
    return settled;
  }

  /**
   * The files that have a problem in one of their parts: read whole, they either have none, or a
   * sentence that tells how much of the whole file was seen.
   */
  Set<String> unsplittable() {
    return facts.keySet().stream()
        .filter(file -> parts.get(file).size() > 1 && facts.get(file).problem().isPresent())
        .collect(Collectors.toSet());
  }

  /**
   * The rows of those files that it read, each with the provider, year and return it is of. {@code
   * learners_before}, {@code destinations_before} and {@code lines_before} tell what of the file
   * lies before the part of it in which a row's numbers and lines count.
   */
  Dataset<Row> rowsOf(List<JudgedFile> files) {
    return rows.join(
        broadcast(rows.sparkSession().createDataFrame(places(files), PLACES)),
        col("source_file").equalTo(col("place_file")).and(col("part").equalTo(col("place_part"))));
  }

  private List<Row> places(List<JudgedFile> files) {
    Set<String> settled = facts().keySet();
    List<Row> places = new ArrayList<>();
    for (JudgedFile judged : files) {
      if (settled.contains(judged.file().sourceFile())) {
        long learners = 0;
        long destinations = 0;
        int lines = 0;
        for (Row part : parts.get(judged.file().sourceFile())) {
          places.add(
              RowFactory.create(
                  judged.file().sourceFile(),
                  part.getInt(1),
                  judged.file().contentHash(),
                  judged.ukprn(),
                  judged.year().start(),
                  judged.returnNumber(),
                  learners,
                  destinations,
                  lines));
          Row counts = part.getStruct(2);
          learners += counts.<Long>getAs("learners");
          destinations += counts.<Long>getAs("destinations");
          lines += counts.<Integer>getAs("lines");
        }
      }
    }
    return places;
  }

  @Override
  public void close() {
    rows.unpersist();
  }

  /** The providers that the learners of each file name as their former ones. */
  private static Map<String, List<Integer>> links(Dataset<Row> rows) {
    Map<String, List<Integer>> links = new HashMap<>();
    for (Row row :
        rows.where(
                col("record")
                    .equalTo("learner")
                    .and(col("prev_ukprn").isNotNull().or(col("pmukprn").isNotNull())))
            .select(
                col("source_file"),
                explode(
                        array(
                            Returned.PREV_UKPRN.value(), Returned.PREV_UKPRN.value(col("pmukprn"))))
                    .as("ukprn"))
            .where(col("ukprn").isNotNull())
            .groupBy("source_file")
            .agg(collect_set(col("ukprn")))
            .collectAsList()) {
      links.put(row.getString(0), row.<Integer>getList(1).stream().sorted().toList());
    }
    return links;
  }
}
