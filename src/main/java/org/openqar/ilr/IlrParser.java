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
 * One pass over the XML of one return, giving a row for each learner and destination asked for as
 * soon as its end tag is read. Elements are matched by local name, whatever their namespace.
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

  /** What takes the texts: the header, or the innermost record or group that is open. */
  private Object[] row;

  private final Object[] header = new Object[IlrSchema.HEADER.size()];
  private boolean headerRead;

  /** How many lines, and columns of the last, the head of the file takes before a part of it. */
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
   * @param plain whether it is read as plain XML: then anything else, and any problem, only says
   *     that the file must be read as XML of any kind
   * @param part of which the bytes are
   * @param findings filled while rows are read
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
   * The next row, or null at the end of what needs parsing.
   *
   * @throws IlrReadException if the file cannot be read any further
   * @throws PlainXml.NotPlain if it is read as plain XML and is not
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

  /** Ends the header if no record has, so that the template holds what was read of it. */
  void endHeader() {
    if (!headerRead) {
      headerRead = true;
      template.header(header);
    }
  }

  /** Whether places count from where the part begins, and not from the start of the file. */
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

  /** Takes one event; gives the record that it ends, if it is one that is asked for. */
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
        // A comment says nothing of a return.
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
        // An aim whose fields are not asked for.
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

  /** An element out of its place: a record, a slip of case, one known elsewhere, or unknown. */
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

  /** Attributes say nothing of a return; what they take is held to the limits. */
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

  /** From here on is the part itself: what was before it is the head, read with each part. */
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
        // An aim whose fields are not asked for.
      }
    }
    return null;
  }

  /** Of an element that occurs once, the first value that is not empty counts. */
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

  /** Turns the rows gathered into arrays; the emptied lists are used again. */
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
    // Before the root, where a piece starts includes the space before it.
    Location at = level == document ? xml.reached() : xml.begins();
    return at(at, problem, detail);
  }

  /** Why the parser stopped: a piece was too long, or the XML is broken. */
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
   * Whether it breaks where its parts meet: at an end tag put in, or at one that closes nothing.
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

  /** One of the elements that are open. */
  private static final class Level {
    private final Level outer;
    private final Level inner;
    private ElementPlan element = ElementPlan.STRANGE;

    /** What took the texts before this element, if it has a row of its own. */
    private Object[] enclosing;

    private boolean holdsElements;

    /** Of a record, its number and the line of its start tag. */
    private long number;

    private int line;

    private Level(Level outer, int deeper) {
      this.outer = outer;
      this.inner = deeper == 0 ? null : new Level(this, deeper - 1);
    }

    /** The level outside the root, with so many in it. */
    static Level stack(int depth) {
      return new Level(null, depth);
    }
  }
}
