package org.openqar.ilr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.openqar.privacy.PseudonymKey;

/** Reads one file's bytes without a Spark session. */
final class Reading {
  static final String HEADER =
      "<Header><CollectionDetails><Collection>ILR</Collection><Year>2425</Year></CollectionDetails>"
          + "<Source><UKPRN>10000001</UKPRN></Source></Header>";

  private final byte[] bytes;
  private String extension = ".xml";
  private Records records = Records.ALL;
  private Mode mode = Mode.PERMISSIVE;
  private IlrLimits limits = IlrLimits.STANDARD;
  private PseudonymKey key;
  private StructType columns = IlrSchema.columns();
  private boolean plain = true;

  private Reading(byte[] bytes) {
    this.bytes = bytes;
  }

  static Reading of(String xml) {
    return new Reading(xml.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] bytes) {
    return new Reading(bytes);
  }

  static Reading of(String xml, Charset charset) {
    return new Reading(xml.getBytes(charset));
  }

  /** A return of 2024/25 with a sound header and this after it. */
  static Reading ofBody(String body) {
    return of("<Message xmlns=\"ESFA/ILR/2024-25\">" + HEADER + body + "</Message>");
  }

  /** A return of one learner with this in it. */
  static Reading ofLearner(String elements) {
    return ofBody("<Learner>" + elements + "</Learner>");
  }

  /** An archive of these names, each with the same content. */
  static Reading ofZip(String xml, String... names) {
    return of(zip(xml.getBytes(StandardCharsets.UTF_8), names)).zipped();
  }

  static byte[] zip(byte[] content, String... names) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive.toByteArray();
  }

  /** A gzip file of these texts, one member each. */
  static Reading ofGzip(String... members) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String member : members) {
      file.writeBytes(gzip(member.getBytes(StandardCharsets.UTF_8)));
    }
    return of(file.toByteArray()).named(".xml.gz");
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  Reading zipped() {
    return named(".zip");
  }

  /** As a file whose name ends like this. */
  Reading named(String ending) {
    extension = ending;
    return this;
  }

  Reading records(Records wanted) {
    records = wanted;
    return this;
  }

  Reading mode(Mode wanted) {
    mode = wanted;
    return this;
  }

  Reading limits(IlrLimits wanted) {
    limits = wanted;
    return this;
  }

  Reading key(PseudonymKey wanted) {
    key = wanted;
    return this;
  }

  Reading columns(StructType wanted) {
    columns = wanted;
    return this;
  }

  /** Uses the parser for any XML from the start, even if the XML is plain. */
  Reading asAnyXml() {
    plain = false;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Row> rows() {
    try {
      Path path = Files.createTempFile("ilr-reading", extension);
      try {
        Files.write(path, bytes);
        String name = path.toUri().toString().replace("///", "/");
        return rows(new IlrFile(name, bytes.length));
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rows of a file on disk, instead of the bytes of this reading. */
  List<Row> rows(IlrFile file) {
    return rows(FilePart.whole(file));
  }

  /** Returns the rows of a part of a file on disk. */
  List<Row> rows(FilePart part) {
    List<Row> rows = new ArrayList<>();
    try (IlrFileReader reader =
        new IlrFileReader(
            part,
            new Configuration(false),
            new IlrPlan(columns, records, key),
            mode,
            limits,
            plain)) {
      for (InternalRow row = reader.next(); row != null; row = reader.next()) {
        rows.add((Row) CatalystTypeConverters.convertToScala(row, columns));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The rows of one kind. */
  List<Row> rows(String record) {
    return rows().stream().filter(it -> it.getAs("record").equals(record)).toList();
  }

  Row learner() {
    List<Row> learners = rows("learner");
    if (learners.size() != 1) {
      throw new AssertionError("one learner expected, found " + learners.size());
    }
    return learners.get(0);
  }

  Row file() {
    return rows("file").get(0).getAs("file");
  }

  Row problem() {
    return file().getAs("problem");
  }

  /** The code of the file's problem, or null. */
  String code() {
    Row problem = problem();
    return problem == null ? null : problem.getAs("code");
  }

  static List<Row> list(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }
}
