package org.openqar.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes elements as a provider's software does: indented, one on each line, with its own line
 * ends.
 */
final class XmlText {

  private final Writer out;
  private final String lineEnd;
  private int depth;

  XmlText(Writer out, String lineEnd) {
    this.out = out;
    this.lineEnd = lineEnd;
  }

  XmlText declaration() {
    return raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>").raw(lineEnd);
  }

  XmlText comment(String text) {
    return indent().raw("<!-- ").raw(text).raw(" -->").raw(lineEnd);
  }

  XmlText open(String name) {
    return open(name, "");
  }

  /** Opens an element with attributes, given in their written form. */
  XmlText open(String name, String attributes) {
    indent().raw("<").raw(name).raw(attributes).raw(">").raw(lineEnd);
    depth++;
    return this;
  }

  XmlText close(String name) {
    depth--;
    return indent().raw("</").raw(name).raw(">").raw(lineEnd);
  }

  /** Writes an element with a value. Writes nothing if there is no value. */
  XmlText value(String name, Object value) {
    if (value == null) {
      return this;
    }
    return indent()
        .raw("<")
        .raw(name)
        .raw(">")
        .raw(escaped(value.toString()))
        .raw("</")
        .raw(name)
        .raw(">")
        .raw(lineEnd);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private XmlText indent() {
    for (int i = 0; i < depth; i++) {
      raw("\t");
    }
    return this;
  }

  private XmlText raw(String text) {
    try {
      out.write(text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
