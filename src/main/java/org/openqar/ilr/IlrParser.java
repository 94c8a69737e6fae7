package org.openqar.ilr;

import com.fasterxml.aalto.UncheckedStreamException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes one pass over the XML of one return. It gives a row for each learner and destination that
 * the query asks for, as soon as it has read the end tag. It matches elements by local name, in any
 * namespace.
 */
final class IlrParser {
  private static final ArrayData NO_ROWS = new GenericArrayData(new Object[0]);

  private final IlrPlan plan;
  private final RowTemplate template;
  private final IlrLimits limits;
  private final XmlBytes bytes;
  private final Findings findings;
  private final FilePart part;
  private final String file;
  private final TextBuffer text;
  private final boolean judgesNames;
  private final boolean headerOnly;
  private final List<List<Object>> lists = new ArrayList<>();

  private final StrangeNames strangeNames;
  private final Level document;
  private Level level;

  /** Takes the texts: the header, or the innermost open record or group. */
  private Object[] row;

  private final Object[] header = new Object[IlrSchema.HEADER.size()];
  private boolean headerRead;

  /**
   * The number of lines in the file's head, which comes before a part, and the number of columns in
   * the last of them.
   */
  private int headLines;

  private int headColumns;
  private boolean pastHead;
  private String lastNamespace;
  private int recordsOpen;
  private long recordFrom;

  private final boolean plain;
  private XmlEvents xml;
  private boolean ended;

  /**
   * @param plain whether to read plain XML only; anything else, and any problem, then only says
   *     that the file must be read as any XML
   * @param part the part that the bytes come from
   * @param findings filled while the parser reads rows
   */
  IlrParser(
      XmlBytes bytes,
      boolean plain,
      FilePart part,
      IlrPlan plan,
      RowTemplate template,
      IlrLimits limits,
      Findings findings) {
    this.bytes = bytes;
    this.plain = plain;
    this.part = part;
    this.file = part.file().path();
    this.plan = plan;
    this.template = template;
    this.limits = limits;
    this.findings = findings;
    this.text = new TextBuffer(limits.textCharacters());
    this.judgesNames = plan.judgesNames();
    this.headerOnly = plan.headerOnly();
    this.strangeNames = new StrangeNames(limits);
    this.document = Level.stack(limits.depth());
    this.level = document;
  }

  /**
   * Returns the next row, or null at the end of what the query needs.
   *
   * @throws IlrReadException if the file cannot be read any further
   * @throws PlainXml.NotPlain if the parser reads plain XML and the file is not plain
   */
  InternalRow next() {
    try {
      if (xml == null) {
        start();
      }
      Object[] record = null;
      while (record == null && !ended) {
        record = step();
      }
      return record == null ? null : new GenericInternalRow(record);
    } catch (XMLStreamException e) {
      throw broken(e, e.getLocation());
    } catch (UncheckedStreamException e) {
      throw broken(e, xml == null ? null : xml.begins());
    }
  }

  /** Ends the header if no record has ended it, so that the template holds what was read of it. */
  void endHeader() {
    if (!headerRead) {
      headerRead = true;
      template.header(header);
    }
  }

  /** Whether places count from the start of the part and not from the start of the file. */
  boolean isPastHead() {
    return pastHead;
  }

  private void start() throws XMLStreamException {
    if (bytes.isEmpty()) {
      throw new IlrReadException(IlrProblem.EMPTY_FILE, file, null);
    }
    xml =
        plain ? new PlainXml(bytes, limits.tokenBytes()) : new AaltoXml(bytes, limits.tokenBytes());
  }

  /** Takes one event. Returns the record that the event ends, if the query asks for it. */
  private Object[] step() throws XMLStreamException {
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> open();
      case XMLStreamConstants.END_ELEMENT -> {
        return close();
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> keepText();
      case XMLStreamConstants.DTD -> throw problem(IlrProblem.DOCTYPE, null);
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw problem(IlrProblem.NOT_WELL_FORMED, "an entity that is not declared");
      case XMLStreamConstants.END_DOCUMENT -> end();
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> judgeName(xml.instruction());
      default -> {
        // A comment is not part of the data.
      }
    }
    return null;
  }

  private void keepText() {
    if (level.element.keepsText && !xml.addTo(text)) {
      throw problem(IlrProblem.TEXT_TOO_LONG, characters(limits.textCharacters()));
    }
  }

  private void open() {
    String name = xml.name();
    Level outer = level;
    Level inner = outer.inner;
    if (inner == null) {
      throw problem(IlrProblem.TOO_DEEP, limits.depth());
    }
    ElementPlan element = outer == document ? root(name) : elementIn(outer.element, name);
    outer.holdsElements = true;
    inner.element = element;
    level = inner;
    if (xml.attributes() + xml.declarations() > 0) {
      judgeAttributes();
    }
    if (judgesNames) {
      tallyNamespace();
    }
    if (element.keepsText) {
      text.clear();
    }
    if (element.opens) {
      openRow(element, inner);
    }
  }

  private void openRow(ElementPlan element, Level opened) {
    opened.enclosing = row;
    opened.holdsElements = false;
    if (element.aim) {
      findings.aims++;
    }
    switch (element.role) {
      case LEARNER -> openRecord(RecordKind.LEARNER, ++findings.learners, opened);
      case DESTINATION -> openRecord(RecordKind.DESTINATION, ++findings.destinations, opened);
      case GROUP -> openGroup(element);
      default -> {
        // The query needs no field of this aim.
      }
    }
  }

  private ElementPlan root(String name) {
    if (!name.equals("Message")) {
      throw problem(IlrProblem.WRONG_ROOT, name.substring(0, Math.min(name.length(), 64)));
    }
    String namespace = xml.namespace();
    if (namespace != null && !namespace.isEmpty()) {
      header[IlrSchema.NAMESPACE] = UTF8String.fromString(namespace);
    }
    row = header;
    return plan.message();
  }

  private ElementPlan elementIn(ElementPlan parent, String name) {
    ElementPlan element = parent.child(name);
    return element != null ? element : strangerIn(parent, name);
  }

  /**
   * Handles an element out of place: a record, a slip of case, an element known elsewhere, or an
   * unknown one.
   */
  private ElementPlan strangerIn(ElementPlan parent, String name) {
    boolean known = Vocabulary.ilr().knows(name);
    if (!known) {
      judgeName(name);
    }
    switch (name) {
      case "Learner":
        return plan.learner();
      case "LearnerDestinationandProgression":
        return plan.destination();
      default:
        if (parent.holdsOnlyText()) {
          return ElementPlan.CONTENT;
        }
        ElementPlan meant = parent.childInOtherCase(name);
        if (meant != null) {
          findings.caseSlips.add(name);
          return meant;
        }
        if (judgesNames && !known) {
          boolean slip = Vocabulary.ilr().knowsInOtherCase(name);
          (slip ? findings.caseSlips : findings.unknownElements).add(name);
        }
        return ElementPlan.STRANGE;
    }
  }

  /** Checks attributes against the limits. They hold nothing of a return. */
  private void judgeAttributes() {
    int attributes = xml.attributes();
    int declarations = xml.declarations();
    if (attributes + declarations > limits.attributes()) {
      throw problem(IlrProblem.TOO_MANY_ATTRIBUTES, limits.attributes());
    }
    for (int i = 0; i < attributes; i++) {
      judgeName(xml.attribute(i));
    }
    for (int i = 0; i < declarations; i++) {
      String prefix = xml.declaredPrefix(i);
      if (prefix != null && !prefix.isEmpty()) {
        judgeName(prefix);
      }
      if (xml.declaredNamespace(i).length() > limits.headerCharacters()) {
        throw problem(IlrProblem.TEXT_TOO_LONG, characters(limits.headerCharacters()));
      }
    }
  }

  private void judgeName(String name) {
    if (!strangeNames.admits(name)) {
      throw problem(IlrProblem.TOO_MANY_NAMES, limits.strangeNames());
    }
  }

  private void tallyNamespace() {
    String namespace = xml.namespace();
    if (!namespace.equals(lastNamespace)) {
      lastNamespace = namespace;
      findings.namespaces.add(namespace);
    }
  }

  private void openRecord(RecordKind kind, long number, Level opened) {
    if (!headerRead) {
      requireHeader();
      endHeader();
      if (!part.isFirst()) {
        beginPart();
      }
    }
    if (recordsOpen++ == 0) {
      recordFrom = xml.bytes();
    }
    opened.number = number;
    opened.line = line();
    if (headerOnly) {
      ended = true;
    } else if (plan.emits(kind)) {
      row = template.record(kind, number, opened.line);
    } else {
      row = null;
    }
  }

  /** Starts the part itself. Before it comes the head, which is read again with each part. */
  private void beginPart() {
    Location at = xml.begins();
    headLines = at.getLineNumber() - 1;
    headColumns = at.getColumnNumber() - 1;
    pastHead = true;
    findings.forgetNames();
    lastNamespace = null;
    if (judgesNames) {
      tallyNamespace();
    }
  }

  private void requireHeader() {
    if (header[IlrSchema.YEAR] == null || header[IlrSchema.UKPRN] == null) {
      throw problem(
          IlrProblem.HEADER_MISSING,
          header[IlrSchema.YEAR] == null ? "CollectionDetails/Year" : "Source/UKPRN");
    }
    for (Object value : header) {
      if (value != null && ((UTF8String) value).numChars() > limits.headerCharacters()) {
        throw problem(IlrProblem.TEXT_TOO_LONG, characters(limits.headerCharacters()));
      }
    }
  }

  private void openGroup(ElementPlan group) {
    if (xml.bytes() - recordFrom > limits.recordBytes()) {
      throw problem(IlrProblem.RECORD_TOO_LARGE, limits.recordBytes());
    }
    row = group.blank.clone();
    if (group.lineSlot != ElementPlan.NOWHERE) {
      row[group.lineSlot] = line();
    }
  }

  private Object[] close() {
    Level closed = level;
    ElementPlan element = closed.element;
    level = closed.outer;
    if (element.role == ElementPlan.Role.TEXT) {
      keep(element.slot, text.value());
    } else if (element.role == ElementPlan.Role.OUTWARD) {
      keep(element.slot, text.outward());
    } else if (element.role == ElementPlan.Role.PSEUDONYM) {
      keep(element.slot, text.value(element.pseudonym));
    } else if (element.opens) {
      return closeRow(element, closed);
    }
    return null;
  }

  private Object[] closeRow(ElementPlan element, Level closed) {
    Object[] own = row;
    row = closed.enclosing;
    switch (element.role) {
      case GROUP -> closeGroup(element, own, closed.holdsElements);
      case LEARNER -> {
        findings.lastLearnerNo = closed.number;
        findings.lastLearnerLine = closed.line;
        return closeRecord(element, own);
      }
      case DESTINATION -> {
        return closeRecord(element, own);
      }
      default -> {
        // The query needs no field of this aim.
      }
    }
    return null;
  }

  /**
   * Keeps the first value that is not empty, if an element that should occur once occurs several
   * times.
   */
  private void keep(int slot, UTF8String value) {
    if (row[slot] == null) {
      row[slot] = value;
    }
  }

  private void closeGroup(ElementPlan group, Object[] own, boolean holdsElements) {
    if (group.orText && !holdsElements) {
      UTF8String value = text.value();
      if (value == null) {
        return;
      }
      if (group.textSlot != ElementPlan.NOWHERE) {
        own[group.textSlot] = value;
      }
    }
    finishArrays(group, own);
    rowsOf(row, group.slot).add(new GenericInternalRow(own));
  }

  @SuppressWarnings("unchecked")
  private List<Object> rowsOf(Object[] enclosing, int slot) {
    if (enclosing[slot] == null) {
      enclosing[slot] = lists.isEmpty() ? new ArrayList<>() : lists.remove(lists.size() - 1);
    }
    return (List<Object>) enclosing[slot];
  }

  /** Turns the rows gathered into arrays and empties the lists for further use. */
  @SuppressWarnings("unchecked")
  private void finishArrays(ElementPlan element, Object[] own) {
    for (int slot : element.arrays) {
      List<Object> gathered = (List<Object>) own[slot];
      if (gathered == null) {
        own[slot] = NO_ROWS;
      } else {
        own[slot] = new GenericArrayData(gathered.toArray());
        gathered.clear();
        lists.add(gathered);
      }
    }
  }

  private Object[] closeRecord(ElementPlan record, Object[] own) {
    recordsOpen--;
    if (own != null) {
      finishArrays(record, own);
    }
    return own;
  }

  private void end() {
    ended = true;
    findings.lines = xml.reached().getLineNumber() - 1 - headLines;
    if (!headerRead) {
      requireHeader();
    }
    if (findings.learners == 0 && !headerOnly) {
      throw new IlrReadException(IlrProblem.NO_LEARNER, file, null);
    }
  }

  private int line() {
    return xml.line() - headLines;
  }

  private IlrReadException problem(IlrProblem problem, Object detail) {
    // Before the root, the start of a piece includes the space before it.
    Location at = level == document ? xml.reached() : xml.begins();
    return at(at, problem, detail);
  }

  /** Explains why the parser stopped: a piece is too long, or the XML is broken. */
  private IlrReadException broken(Exception e, Location at) {
    if (bytes.overran()) {
      return at(at, IlrProblem.TEXT_TOO_LONG, limits.tokenBytes() + " bytes");
    }
    String message = String.valueOf(e.getMessage());
    if (xml == null && message.contains("ncoding")) {
      return at(at, IlrProblem.ENCODING_UNKNOWN, null);
    }
    if (isBadlySplit(at)) {
      return at(at, IlrProblem.SPLIT_POINT, null);
    }
    return at(
        at,
        IlrProblem.NOT_WELL_FORMED,
        message.contains("End-of-input") ? "the end of the file" : "a break in the mark-up");
  }

  /**
   * Whether the XML breaks where its parts meet: at an end tag that the reader added, or at one
   * that closes nothing.
   */
  private boolean isBadlySplit(Location at) {
    boolean closesTooLittle = at != null && at.getCharacterOffset() >= part.rootEndAt();
    boolean closesTooMuch = pastHead && (level == document || level == document.inner);
    return closesTooLittle || closesTooMuch;
  }

  private IlrReadException at(Location at, IlrProblem problem, Object detail) {
    int line = at == null ? 1 : Math.max(1, at.getLineNumber() - headLines);
    int column = at == null ? 1 : Math.max(1, at.getColumnNumber() - (line == 1 ? headColumns : 0));
    return new IlrReadException(problem, file, line, column, detail);
  }

  private static String characters(int limit) {
    return limit + " characters";
  }

  /** One of the open elements. */
  private static final class Level {
    private final Level outer;
    private final Level inner;
    private ElementPlan element = ElementPlan.STRANGE;

    /** Took the texts before this element, if this element has a row of its own. */
    private Object[] enclosing;

    private boolean holdsElements;

    /** The number of a record, and the line of its start tag. */
    private long number;

    private int line;

    private Level(Level outer, int deeper) {
      this.outer = outer;
      this.inner = deeper == 0 ? null : new Level(this, deeper - 1);
    }

    /** Returns the level outside the root, with this many levels inside it. */
    static Level stack(int depth) {
      return new Level(null, depth);
    }
  }
}
