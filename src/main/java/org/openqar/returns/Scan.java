package org.openqar.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.openqar.ilr.IlrSchema;
import org.openqar.ilr.IlrSource;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;
import org.openqar.tables.WrittenFile;

/**
 * One pass over some files, which writes the rows of the returns tables while it reads. Only the
 * end of a file shows whether it counts. The caller then takes what was written into the tables,
 * and closing the scan deletes the rest.
 */
final class Scan implements AutoCloseable {
  static final List<Table> TABLES =
      List.of(
          Tables.RETURNED_DELIVERY,
          Tables.RETURNED_LEARNER,
          Tables.RETURNED_DESTINATION,
          Tables.RETURN_ISSUE);

  /** The least number of parts into which the work of one task may be divided. */
  private static final int PARTS_OF_TASK = 4;

  private final SparkSession spark;
  private final TableStore store;
  private final Map<String, List<ReadPart>> parts;
  private final Map<String, FileFacts> facts = new HashMap<>();
  private final Set<String> unsplittable = new HashSet<>();
  private final Set<WrittenFile> taken = new HashSet<>();

  /**
   * Reads files to their ends.
   *
   * @param reading options of the {@code ilr} source
   * @param sharing whether returns with few rows share files
   */
  Scan(
      SparkSession spark,
      TableStore store,
      Map<String, String> reading,
      List<JudgedFile> files,
      boolean sharing) {
    this.spark = spark;
    this.store = store;
    Map<String, String> inParts = new HashMap<>(reading);
    inParts.put("splitBytes", String.valueOf(partBytes(spark, reading, files)));
    Map<String, Placement> placements = placements(spark, inParts, files);
    parts = read(spark, store, inParts, placements, sharing);
    for (JudgedFile judged : files) {
      String file = judged.file().sourceFile();
      FileFacts found = facts(judged, placements.get(file));
      if (parts.get(file).size() > 1 && found.problem().isPresent()) {
        unsplittable.add(file);
      } else {
        facts.put(file, found);
      }
    }
  }

  /**
   * Returns the size of parts: the size asked for, or a larger one if the files alone give all
   * tasks enough work. A file in parts costs a count before it is read.
   */
  private static long partBytes(
      SparkSession spark, Map<String, String> reading, List<JudgedFile> files) {
    long asked = Long.parseLong(reading.getOrDefault("splitBytes", "0").strip());
    int tasks = spark.sparkContext().defaultParallelism();
    long all = files.stream().mapToLong(judged -> judged.file().bytes()).sum();
    long enough = tasks == 1 ? IlrSource.LARGEST_PART : all / (PARTS_OF_TASK * tasks);
    return asked == 0 ? 0 : Math.min(IlrSource.LARGEST_PART, Math.max(asked, enough));
  }

  private static Map<String, Placement> placements(
      SparkSession spark, Map<String, String> reading, List<JudgedFile> files) {
    Map<String, List<Placement.Start>> starts = PartStarts.of(spark, reading, files);
    return files.stream()
        .collect(
            toMap(
                judged -> judged.file().sourceFile(),
                judged ->
                    Placement.of(
                        judged, starts.getOrDefault(judged.file().sourceFile(), List.of()))));
  }

  private static Map<String, List<ReadPart>> read(
      SparkSession spark,
      TableStore store,
      Map<String, String> reading,
      Map<String, Placement> placements,
      boolean sharing) {
    Batch batch = batch(reading, placements.keySet());
    List<InputPartition> partitions = List.of(batch.planInputPartitions());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Map<String, Placement>> known = context.broadcast(placements);
    try {
      return context
          .parallelize(partitions, partitions.size())
          .map(
              new ReadTask(
                  batch.createReaderFactory(),
                  new ReturnForms(store, monitoring(reading)),
                  known,
                  sharing))
          .collect()
          .stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(ReadPart::part))
          .collect(groupingBy(ReadPart::sourceFile));
    } finally {
      known.destroy();
    }
  }

  /** Returns the {@code ilr} source's reading of the files, in the columns that the tables need. */
  private static Batch batch(Map<String, String> reading, Collection<String> files) {
    Map<String, String> options = new HashMap<>(reading);
    options.put("records", "all");
    options.put("mode", "permissive");
    options.put("paths", json(files));
    ScanBuilder scan =
        ((SupportsRead)
                new IlrSource()
                    .getTable(IlrSchema.columns(monitoring(reading)), new Transform[0], options))
            .newScanBuilder(CaseInsensitiveStringMap.empty());
    ((SupportsPushDownRequiredColumns) scan)
        .pruneColumns(ReturnedColumns.read(monitoring(reading)));
    return scan.build().toBatch();
  }

  private static boolean monitoring(Map<String, String> reading) {
    return Boolean.parseBoolean(reading.get("monitoring"));
  }

  private static String json(Collection<String> files) {
    try {
      return new ObjectMapper().writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private FileFacts facts(JudgedFile judged, Placement placement) {
    List<ReadPart> read = parts.get(judged.file().sourceFile());
    FileFacts found = FileFacts.of(read);
    long bytes = read.size() == 1 ? bytes(read.get(0).file()) : bytesStored(judged.file());
    if (bytes >= 0 && bytes != judged.file().bytes()) {
      return found.having(
          changed(
              "%s had %d bytes of XML when the run began and %d when the run read it; run again when nobody writes to the returns."
                  .formatted(judged.file().sourceFile(), judged.file().bytes(), bytes)));
    }
    return placement.starts().equals(PartStarts.of(read))
        ? found
        : found.having(
            changed(
                "%s held other learners at the second reading; run again when nobody writes to the returns."
                    .formatted(judged.file().sourceFile())));
  }

  private static ReturnedFile.Problem changed(String message) {
    return new ReturnedFile.Problem(IssueCode.CHANGED_MEANWHILE.code(), null, message);
  }

  /**
   * Returns the number of bytes of XML in a file that was read whole; -1 if it could not be read to
   * its end.
   */
  private static long bytes(Row file) {
    Long bytes = file.getAs("bytes");
    return bytes == null ? -1 : bytes;
  }

  /** Returns the size of a file after its parts were read. Only plain XML has parts. */
  private long bytesStored(ReturnedFile file) {
    Path path = new Path(file.sourceFile());
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .getFileStatus(path)
          .getLen();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Returns the findings of each file, apart from those that must be read whole. */
  Map<String, FileFacts> facts() {
    return facts;
  }

  /**
   * Returns the files with a problem in one of their parts. Read whole, they either have no problem
   * or a sentence that says how much of the file was seen.
   */
  Set<String> unsplittable() {
    return unsplittable;
  }

  /**
   * Gives up returns that count but share a file with one that does not. They must be read again.
   *
   * @param counting the returns that count
   * @return whether there are any
   */
  boolean giveUpThoseBesideOthers(List<JudgedFile> counting) {
    Set<String> count =
        counting.stream().map(judged -> judged.file().sourceFile()).collect(Collectors.toSet());
    Set<WrittenFile> mixed =
        parts.entrySet().stream()
            .filter(file -> !count.contains(file.getKey()) || !facts.containsKey(file.getKey()))
            .flatMap(file -> written(file.getValue()))
            .collect(Collectors.toSet());
    return facts
        .keySet()
        .removeIf(
            file -> count.contains(file) && written(parts.get(file)).anyMatch(mixed::contains));
  }

  /**
   * Hands over the files written of some returns for one table. The caller owns them from then on.
   */
  List<WrittenFile> take(Table table, List<JudgedFile> files) {
    List<WrittenFile> ofTable =
        files.stream()
            .map(judged -> judged.file().sourceFile())
            .filter(facts::containsKey)
            .flatMap(file -> written(parts.get(file)))
            .filter(one -> one.table().equals(table.name()))
            .distinct()
            .toList();
    taken.addAll(ofTable);
    return ofTable;
  }

  /** Deletes the files that nobody took. */
  @Override
  public void close() {
    store.discard(
        parts.values().stream()
            .flatMap(Scan::written)
            .filter(one -> !taken.contains(one))
            .distinct()
            .toList());
  }

  private static Stream<WrittenFile> written(List<ReadPart> parts) {
    return parts.stream().flatMap(part -> part.written().stream());
  }
}
