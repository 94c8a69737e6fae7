package org.openqar.ilr;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.UncheckedIOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads any XML with the Aalto parser. No piece of the XML may be longer than the limit. */
final class AaltoXml implements XmlEvents {
  private final XMLStreamReader2 xml;
  private final XmlBytes bytes;
  private final int tokenBytes;

  /**
   * @param tokenBytes the most bytes of one piece of mark-up or text
   */
  AaltoXml(XmlBytes bytes, int tokenBytes) throws XMLStreamException {
    this.bytes = bytes;
    this.tokenBytes = tokenBytes;
    bytes.allow(tokenBytes);
    xml = (XMLStreamReader2) factory().createXMLStreamReader(bytes);
  }

  /** Makes a factory for one file. A factory never forgets the names that its readers meet. */
  static InputFactoryImpl factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Returns the next event. Aalto answers some broken XML with exceptions of any kind. */
  @Override
  public int next() throws XMLStreamException {
    bytes.allow(tokenBytes);
    try {
      return xml.next();
    } catch (IlrReadException | UncheckedIOException | UncheckedStreamException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new XMLStreamException(e.getMessage(), xml.getLocation());
    }
  }

  @Override
  public String name() {
    return xml.getLocalName();
  }

  @Override
  public String namespace() {
    return xml.getNamespaceURI();
  }

  @Override
  public int attributes() {
    return xml.getAttributeCount();
  }

  @Override
  public String attribute(int i) {
    return xml.getAttributeLocalName(i);
  }

  @Override
  public int declarations() {
    return xml.getNamespaceCount();
  }

  @Override
  public String declaredPrefix(int i) {
    return xml.getNamespacePrefix(i);
  }

  @Override
  public String declaredNamespace(int i) {
    return xml.getNamespaceURI(i);
  }

  @Override
  public String instruction() {
    return xml.getPITarget();
  }

  @Override
  public boolean addTo(TextBuffer text) {
    return text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  @Override
  public int line() {
    return xml.getLocation().getLineNumber();
  }

  @Override
  public Location begins() {
    return xml.getLocation();
  }

  @Override
  public Location reached() {
    return xml.getLocationInfo().getCurrentLocation();
  }

  @Override
  public long bytes() {
    return bytes.count();
  }
}
