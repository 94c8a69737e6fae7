package org.openqar.ilr;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** The XML of one return as a series of events. Each gives what {@link IlrParser} needs. */
interface XmlEvents {

  /**
   * Returns the kind of the next event, one of {@link javax.xml.stream.XMLStreamConstants}.
   *
   * @throws XMLStreamException if the XML is broken or of a kind that the reader does not accept
   */
  int next() throws XMLStreamException;

  /** Returns the interned name of an element, without prefix. */
  String name();

  /** Returns the namespace of an element, or empty. */
  String namespace();

  /** Returns the number of attributes of a start tag, apart from declarations of namespaces. */
  int attributes();

  /** Returns the name of an attribute of a start tag, without prefix. */
  String attribute(int i);

  /** Returns the number of namespaces that a start tag declares. */
  int declarations();

  /**
   * Returns the prefix of a namespace that a start tag declares; empty or null for the default
   * namespace.
   */
  String declaredPrefix(int i);

  /** Returns a namespace that a start tag declares. */
  String declaredNamespace(int i);

  /** Returns the target of a processing instruction. */
  String instruction();

  /** Adds the text of this event to a text. Returns false if that grows over its limit. */
  boolean addTo(TextBuffer text);

  /** Returns the line on which this event begins, from 1. */
  int line();

  /** Returns where this event begins. */
  Location begins();

  /** Returns how far the reader has read. */
  Location reached();

  /** Returns about how many bytes have been read, within what the reader reads at a time. */
  long bytes();
}
