package org.openqar.ilr;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** The XML of one return as a run of events, with as much of each as {@link IlrParser} asks for. */
interface XmlEvents {

  /**
   * The kind of the next event, one of {@link javax.xml.stream.XMLStreamConstants}.
   *
   * @throws XMLStreamException if the XML is broken or of a kind that is not read
   */
  int next() throws XMLStreamException;

  /** Of an element, its name without prefix, interned. */
  String name();

  /** Of an element, its namespace, or empty. */
  String namespace();

  /** Of a start tag, how many attributes it has, declarations of namespaces apart. */
  int attributes();

  /** Of a start tag, the name of an attribute without prefix. */
  String attribute(int i);

  /** Of a start tag, how many namespaces it declares. */
  int declarations();

  /** Of a start tag, the prefix of a namespace that it declares; empty or null if it needs none. */
  String declaredPrefix(int i);

  /** Of a start tag, a namespace that it declares. */
  String declaredNamespace(int i);

  /** Of an instruction, for whom it is. */
  String instruction();

  /** Adds the text of this event to a text; false if it grows over its limit. */
  boolean addTo(TextBuffer text);

  /** The line on which this event begins, from 1. */
  int line();

  /** Where this event begins. */
  Location begins();

  /** How far has been read. */
  Location reached();

  /** How many bytes have been read, give or take what is read at a time. */
  long bytes();
}
