package org.openqar.ilr;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.codehaus.stax2.XMLStreamReader2;

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
  private final String file;
  private final TextBuffer text;
  private final boolean judgesNames;

  private final ElementPlan[] plans;
  private final Object[][] rows;
  private final boolean[] holdsElements;
  private final long[] numbers;
  private final int[] lines;
  private final StrangeNames strangeNames;
  private int depth;

  private final Object[] header = new Object[IlrSchema.HEADER.size()];
  private boolean headerRead;
  private String lastNamespace;
  private int recordsOpen;
  private long recordFrom;

  private XMLStreamReader2 xml;
  private Object[] finished;
  private boolean ended;

  /**
   * @param file how problems name the file
   * @param findings filled while rows are read
   */
  IlrParser(
      XmlBytes bytes,
      String file,
      IlrPlan plan,
      RowTemplate template,
      IlrLimits limits,
      Findings findings) {
    this.bytes = bytes;
    this.file = file;
    this.plan = plan;
    this.template = template;
    this.limits = limits;
    this.findings = findings;
    this.text = new TextBuffer(limits.textCharacters());
    this.judgesNames = plan.judgesNames();
    this.strangeNames = new StrangeNames(limits);
    this.plans = new ElementPlan[limits.depth() + 1];
    this.rows = new Object[limits.depth() + 1][];
    this.holdsElements = new boolean[limits.depth() + 1];
    this.numbers = new long[limits.depth() + 1];
    this.lines = new int[limits.depth() + 1];
  }

  /**
   * The next row, or null at the end of what needs parsing.
   *
   * @throws IlrReadException if the file cannot be read any further
   */
  InternalRow next() {
    try {
      while (finished == null && !ended) {
        step();
      }
    } catch (XMLStreamException e) {
      throw broken(e, e.getLocation());
    } catch (UncheckedStreamException e) {
      throw broken(e, xml == null ? null : xml.getLocation());
    }
    if (finished == null) {
      return null;
    }
    InternalRow row = new GenericInternalRow(finished);
    finished = null;
    return row;
  }

  /** Ends the header if no record has, so that the template holds what was read of it. */
  void endHeader() {
    if (!headerRead) {
      headerRead = true;
      template.header(header);
    }
  }

  private void step() throws XMLStreamException {
    bytes.allow(limits.tokenBytes());
    if (xml == null) {
      if (bytes.isEmpty()) {
        throw new IlrReadException(IlrProblem.EMPTY_FILE, file, null);
      }
      xml = (XMLStreamReader2) factory().createXMLStreamReader(bytes);
    }
    switch (event()) {
      case XMLStreamConstants.START_ELEMENT -> open();
      case XMLStreamConstants.END_ELEMENT -> close();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> keepText();
      case XMLStreamConstants.DTD -> throw problem(IlrProblem.DOCTYPE, null);
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw problem(IlrProblem.NOT_WELL_FORMED, "an entity that is not declared");
      case XMLStreamConstants.END_DOCUMENT -> end();
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> judgeName(xml.getPITarget());
      default -> {
        // A comment says nothing of a return.
      }
    }
  }

  /** The next event. The XML parser meets some broken XML with exceptions of any kind. */
  private int event() throws XMLStreamException {
    try {
      return xml.next();
    } catch (IlrReadException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new XMLStreamException(e.getMessage(), xml.getLocation());
    }
  }

  private void keepText() {
    if (depth > 0
        && plans[depth].keepsText()
        && !text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength())) {
      throw problem(IlrProblem.TEXT_TOO_LONG, characters(limits.textCharacters()));
    }
  }

  private void open() {
    String name = xml.getLocalName();
    if (depth == limits.depth()) {
      throw problem(IlrProblem.TOO_DEEP, limits.depth());
    }
    ElementPlan element = depth == 0 ? root(name) : elementIn(plans[depth], name);
    holdsElements[depth] = true;
    depth++;
    holdsElements[depth] = false;
    plans[depth] = element;
    rows[depth] = rows[depth - 1];
    if (xml.getAttributeCount() + xml.getNamespaceCount() > 0) {
      judgeAttributes();
    }
    if (judgesNames) {
      tallyNamespace();
    }
    if (element.keepsText()) {
      text.clear();
    }
    if (element.aim) {
      findings.aims++;
    }
    switch (element.role) {
      case LEARNER -> openRecord(RecordKind.LEARNER, ++findings.learners);
      case DESTINATION -> openRecord(RecordKind.DESTINATION, ++findings.destinations);
      case GROUP -> openGroup(element);
      default -> {
        // Its text goes into the enclosing row, or nowhere.
      }
    }
  }

  private ElementPlan root(String name) {
    if (!name.equals("Message")) {
      throw problem(IlrProblem.WRONG_ROOT, name.substring(0, Math.min(name.length(), 64)));
    }
    String namespace = xml.getNamespaceURI();
    if (namespace != null && !namespace.isEmpty()) {
      header[IlrSchema.NAMESPACE] = UTF8String.fromString(namespace);
    }
    rows[0] = header;
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
    int attributes = xml.getAttributeCount();
    int namespaces = xml.getNamespaceCount();
    if (attributes + namespaces > limits.attributes()) {
      throw problem(IlrProblem.TOO_MANY_ATTRIBUTES, limits.attributes());
    }
    for (int i = 0; i < attributes; i++) {
      judgeName(xml.getAttributeLocalName(i));
    }
    for (int i = 0; i < namespaces; i++) {
      String prefix = xml.getNamespacePrefix(i);
      if (prefix != null) {
        judgeName(prefix);
      }
      if (xml.getNamespaceURI(i).length() > limits.headerCharacters()) {
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
    String namespace = xml.getNamespaceURI();
    if (findings.namespaces.counts().isEmpty() || !namespace.equals(lastNamespace)) {
      lastNamespace = namespace;
      findings.namespaces.add(namespace);
    }
  }

  private void openRecord(RecordKind kind, long number) {
    if (!headerRead) {
      requireHeader();
      endHeader();
    }
    if (recordsOpen++ == 0) {
      recordFrom = bytes.count();
    }
    numbers[depth] = number;
    lines[depth] = line();
    if (plan.headerOnly()) {
      ended = true;
    } else if (plan.emits(kind)) {
      rows[depth] = template.record(kind, number, lines[depth]);
    } else {
      rows[depth] = null;
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
    if (bytes.count() - recordFrom > limits.recordBytes()) {
      throw problem(IlrProblem.RECORD_TOO_LARGE, limits.recordBytes());
    }
    rows[depth] = new Object[group.width];
    if (group.lineSlot != ElementPlan.NOWHERE) {
      rows[depth][group.lineSlot] = line();
    }
  }

  private void close() {
    ElementPlan element = plans[depth];
    Object[] row = rows[depth];
    switch (element.role) {
      case TEXT -> keep(row, element.slot, text.value());
      case OUTWARD -> keep(row, element.slot, text.outward());
      case GROUP -> closeGroup(element, row);
      case LEARNER -> {
        findings.lastLearnerNo = numbers[depth];
        findings.lastLearnerLine = lines[depth];
        closeRecord(element, row);
      }
      case DESTINATION -> closeRecord(element, row);
      default -> {
        // Nothing was wanted of it.
      }
    }
    depth--;
  }

  /** Of an element that occurs once, the first value that is not empty counts. */
  private static void keep(Object[] row, int slot, UTF8String value) {
    if (row[slot] == null) {
      row[slot] = value;
    }
  }

  private void closeGroup(ElementPlan group, Object[] row) {
    if (group.orText && !holdsElements[depth]) {
      UTF8String value = text.value();
      if (value == null) {
        return;
      }
      if (group.textSlot != ElementPlan.NOWHERE) {
        row[group.textSlot] = value;
      }
    }
    finishArrays(group, row);
    rowsOf(rows[depth - 1], group.slot).add(new GenericInternalRow(row));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> rowsOf(Object[] enclosing, int slot) {
    if (enclosing[slot] == null) {
      enclosing[slot] = new ArrayList<>();
    }
    return (List<Object>) enclosing[slot];
  }

  private static void finishArrays(ElementPlan element, Object[] row) {
    for (int slot : element.arrays) {
      row[slot] =
          row[slot] == null ? NO_ROWS : new GenericArrayData(((List<?>) row[slot]).toArray());
    }
  }

  private void closeRecord(ElementPlan record, Object[] row) {
    recordsOpen--;
    if (row != null) {
      finishArrays(record, row);
      finished = row;
    }
  }

  private void end() {
    ended = true;
    if (!headerRead) {
      requireHeader();
    }
    if (findings.learners == 0 && !plan.headerOnly()) {
      throw new IlrReadException(IlrProblem.NO_LEARNER, file, null);
    }
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private IlrReadException problem(IlrProblem problem, Object detail) {
    // Before the root, where a piece starts includes the space before it.
    Location at = depth == 0 ? xml.getLocationInfo().getCurrentLocation() : xml.getLocation();
    return new IlrReadException(problem, file, at.getLineNumber(), at.getColumnNumber(), detail);
  }

  /** Why the parser stopped: a piece was too long, or the XML is broken. */
  private IlrReadException broken(Exception e, Location at) {
    int line = at == null ? 1 : Math.max(1, at.getLineNumber());
    int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
    if (bytes.overran()) {
      return new IlrReadException(
          IlrProblem.TEXT_TOO_LONG, file, line, column, limits.tokenBytes() + " bytes");
    }
    String message = String.valueOf(e.getMessage());
    if (xml == null && message.contains("ncoding")) {
      return new IlrReadException(IlrProblem.ENCODING_UNKNOWN, file, line, column, null);
    }
    return new IlrReadException(
        IlrProblem.NOT_WELL_FORMED,
        file,
        line,
        column,
        message.contains("End-of-input") ? "the end of the file" : "a break in the mark-up");
  }

  private static String characters(int limit) {
    return limit + " characters";
  }

  /** One for each file, because a factory keeps for good the names that its readers meet. */
  private static InputFactoryImpl factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
