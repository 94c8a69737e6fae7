package org.openqar.ilr;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/**
 * Gives the rows of one file, or of a part of one: its learners and destinations while it reads
 * them, then its own row.
 */
final class IlrFileReader implements Closeable {
  private final FilePart part;
  private final IlrFile file;
  private final Configuration hadoop;
  private final IlrPlan plan;
  private final Mode mode;
  private final IlrLimits limits;
  private final RowTemplate template;

  /** Whether the file still counts as plain XML. */
  private boolean plain;

  private Findings findings = new Findings();
  private XmlBytes bytes;
  private IlrParser parser;
  private long given;
  private boolean parsed;
  private boolean done;

  IlrFileReader(FilePart part, Configuration hadoop, IlrPlan plan, Mode mode, IlrLimits limits) {
    // A header is so short that reading it a second time would be most of the work.
    this(part, hadoop, plan, mode, limits, !plan.headerOnly());
  }

  /**
   * @param plain whether to read the file as plain XML for as long as it is; the rows are the same
   */
  IlrFileReader(
      FilePart part,
      Configuration hadoop,
      IlrPlan plan,
      Mode mode,
      IlrLimits limits,
      boolean plain) {
    this.part = part;
    this.file = part.file();
    this.hadoop = hadoop;
    this.plan = plan;
    this.mode = mode;
    this.limits = limits;
    this.template = new RowTemplate(plan, part);
    this.plain = plain;
  }

  /**
   * Returns the next row, or null at the end of the file.
   *
   * @throws IlrReadException in fail-fast mode, if the file cannot be read any further
   */
  InternalRow next() {
    InternalRow row = parsed ? null : nextRecord();
    if (row != null || done) {
      return row;
    }
    done = true;
    return plan.emits(RecordKind.FILE) ? fileRow() : null;
  }

  @Override
  public void close() throws IOException {
    if (bytes != null) {
      bytes.close();
    }
  }

  private InternalRow nextRecord() {
    try {
      if (bytes == null) {
        bytes = new XmlBytes(open(), file.path(), part.isWhole() && plan.hashes());
        parser = new IlrParser(bytes, plain, part, plan, template, limits, findings);
      }
      InternalRow row = parser.next();
      parsed = row == null;
      given++;
      return row;
    } catch (PlainXml.NotPlain e) {
      return nextOfAnyXml();
    } catch (IlrReadException e) {
      if (plain) {
        return nextOfAnyXml();
      }
      parsed = true;
      meet(part.isFirst() ? cause(e).after(findings) : inFile(e));
      return null;
    }
  }

  /** Starts again with a parser for any XML, and continues after the rows already given. */
  private InternalRow nextOfAnyXml() {
    long passed = given;
    plain = false;
    given = 0;
    findings = new Findings();
    release();
    InternalRow row = nextRecord();
    while (row != null && given <= passed) {
      row = nextRecord();
    }
    return row;
  }

  private void release() {
    try {
      close();
    } catch (IOException e) {
      // It was open for reading only, and will be opened again.
    }
    bytes = null;
    parser = null;
  }

  /**
   * Returns a problem in a part with its place in the whole file. Only here are the lines before
   * the part counted.
   */
  private IlrReadException inFile(IlrReadException inPart) {
    if (inPart.line() == 0 || parser == null || !parser.isPastHead()) {
      return inPart;
    }
    try (InputStream whole = openFile()) {
      return inPart.behind(BytePosition.of(part.from(), whole));
    } catch (IOException e) {
      return inPart.nowhere();
    }
  }

  /**
   * Returns a problem in the text of an archive, or the archive's own problem if its rest shows
   * one.
   */
  private IlrReadException cause(IlrReadException inText) {
    try {
      if (file.isArchive() && bytes != null) {
        bytes.drain();
      }
      return inText;
    } catch (IlrReadException ofArchive) {
      return ofArchive;
    }
  }

  private InternalRow fileRow() {
    if (parser != null) {
      parser.endHeader();
    }
    if (part.isWhole() && plan.readsAllBytes()) {
      readOn();
    }
    return new GenericInternalRow(template.file(FileRow.of(findings, plan.file())));
  }

  /** Takes size and hash of the XML, or of the archive if the archive cannot be read. */
  private void readOn() {
    try {
      if (bytes != null) {
        bytes.drain();
        take(bytes);
      }
    } catch (IlrReadException e) {
      meet(e);
    }
    if (file.isArchive() && findings.bytes == null) {
      readArchiveItself();
    }
  }

  private void readArchiveItself() {
    try {
      requireWithinRoot();
      try (XmlBytes own = new XmlBytes(openFile(), file.path(), plan.hashes())) {
        own.drain();
        take(own);
      }
    } catch (IOException | IlrReadException e) {
      // The file cannot be read at all, which its problem says already. It has no size and no hash.
      findings.bytes = null;
    }
  }

  private void take(XmlBytes read) {
    findings.contentHash = plan.hashes() ? read.hash() : null;
    findings.bytes = read.count();
  }

  private void meet(IlrReadException problem) {
    if (mode == Mode.FAILFAST) {
      throw problem;
    }
    if (findings.problem == null) {
      findings.problem = problem;
    }
  }

  private InputStream open() {
    try {
      requireWithinRoot();
      if (!part.isWhole()) {
        return new PartStream(openFile(), part);
      }
      return file.isArchive() ? openArchive() : openFile();
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      throw new UncheckedIOException(e);
    } catch (ArchiveException e) {
      throw new IlrReadException(e.problem(), file.path(), e.detail());
    } catch (IOException e) {
      throw new IlrReadException(IlrProblem.UNREADABLE, file.path(), e.getClass().getSimpleName());
    }
  }

  private void requireWithinRoot() throws IOException {
    if (file.root() != null
        && !RealPath.isWithin(fileSystem(), new Path(file.path()), new Path(file.root()))) {
      throw new IlrReadException(IlrProblem.LINK_OUT_OF_ROOT, file.path(), null);
    }
  }

  private InputStream openArchive() throws IOException {
    long size = fileSystem().getFileStatus(new Path(file.path())).getLen();
    if (size == 0) {
      return InputStream.nullInputStream();
    }
    HadoopChannel channel = new HadoopChannel(openFile(), size);
    if (!file.isZip()) {
      return GzippedReturn.open(channel, limits);
    }
    ZippedReturn archive = ZippedReturn.open(channel, limits);
    findings.innerName = archive.innerName();
    return archive;
  }

  private FSDataInputStream openFile() throws IOException {
    return fileSystem().open(new Path(file.path()));
  }

  private FileSystem fileSystem() throws IOException {
    return new Path(file.path()).getFileSystem(hadoop);
  }
}
