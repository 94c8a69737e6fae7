package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Plain XML")
class PlainXmlTest {
  private static final int TOKEN = IlrLimits.STANDARD.tokenBytes();

  /** Built from bytes, so that it can hold a byte that no Java text holds. */
  private static byte[] learner(byte[] content) {
    byte[] before = "<Message><Learner><ULN>".getBytes(StandardCharsets.US_ASCII);
    byte[] after = "</ULN></Learner></Message>".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[before.length + content.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(content, 0, all, before.length, content.length);
    System.arraycopy(after, 0, all, before.length + content.length, after.length);
    return all;
  }

  private static XmlBytes bytes(byte[] xml) {
    return new XmlBytes(new ByteArrayInputStream(xml), "file:/a.xml", false);
  }

  private static PlainXml plain(String xml) {
    return new PlainXml(bytes(xml.getBytes(StandardCharsets.UTF_8)), TOKEN);
  }

  /** Every tag with its line, and every text that is more than white space. */
  private static List<String> events(XmlEvents xml) throws XMLStreamException {
    List<String> events = new ArrayList<>();
    TextBuffer text = new TextBuffer(TOKEN);
    int event = xml.next();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        text.clear();
        events.add(
            "%d <%s %s %d %d>"
                .formatted(
                    // Aalto lets the root begin with the space before it.
                    events.isEmpty() ? 0 : xml.line(),
                    xml.name(),
                    xml.namespace(),
                    xml.attributes(),
                    xml.declarations()));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        xml.addTo(text);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        Object value = text.value();
        text.clear();
        if (value != null) {
          events.add(value.toString());
        }
        events.add(xml.line() + " </" + xml.name() + ">");
      }
      event = xml.next();
    }
    events.add(xml.reached().getLineNumber() + " end");
    return events;
  }

  private static List<Path> sampleReturns() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("data-samples/returns"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  @Test
  @DisplayName("is the form of most returns, and gives the events of the parser for any XML")
  void samples() throws IOException, XMLStreamException {
    int plain = 0;
    List<Path> files = sampleReturns();
    for (Path file : files) {
      byte[] xml = Files.readAllBytes(file);
      List<String> events;
      try {
        events = events(new PlainXml(bytes(xml), TOKEN));
      } catch (PlainXml.NotPlain e) {
        continue;
      }
      plain++;
      assertTrue(events(new AaltoXml(bytes(xml), TOKEN)).equals(events), file.toString());
    }
    assertTrue(plain > files.size() * 3 / 4, plain + " of " + files.size() + " are plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Message></Message>",
        "<Message xmlns='a'><Learner><ULN>1</ULN><ULN/></Learner>\n</Message>\n",
        "<?xml version='1.0'?><Message></Message>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<Message>\r\n</Message>",
        "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a\n - comment -->\n<!---->\n<Message></Message>",
        "<Message xmlns='a' xmlns:xsi='b'\n xsi:schemaLocation='c'><Learner/></Message>",
        "<Message><ULN>a ] ]] > b</ULN></Message>",
        "<Message><ULN>a &amp;amp; &lt;&gt;&quot;&apos; b</ULN></Message>",
        "<Message><ULN>\r\n a \r\n b\n </ULN></Message>",
        "<Message><ULN>\u00e9 \u20ac \ud83d\ude00 \ufffd \u007f</ULN></Message>",
      })
  @DisplayName("gives the events of the parser for any XML")
  void events(String xml) throws XMLStreamException {
    byte[] utf8 = xml.getBytes(StandardCharsets.UTF_8);
    assertEquals(events(new AaltoXml(bytes(utf8), TOKEN)), events(plain(xml)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Message",
        "<Message/>",
        "<Learner/>",
        "<!DOCTYPE Message><Message></Message>",
        "<!-- a -- b --><Message></Message>",
        "<?a b?><Message></Message>",
        "<?xml version='1.1'?><Message></Message>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><Message></Message>",
        "<m:Message xmlns:m='a'/>",
        "<Message></Message>text",
        "<Message></Message><Message></Message>",
        "<Message></Message><!-- -->",
        "<Message",
        "<Message>",
        "<Message><ULN>1</ULN>",
        "<Message><ULN>1</Message></ULN>",
        "<Message><ULN>1</ULNX></Message>",
        "<Message a='1' a='2'></Message>",
        "<Message a='1' b:a='2' xmlns:b='c'></Message>",
        "<Message b:a='2'></Message>",
        "<Message xmlns:b=''></Message>",
        "<Message xmlns='a' xmlns='b'></Message>",
        "<Message xmlns:xml='a'></Message>",
        "<Message a='<'></Message>",
        "<Message><Learner a='1'/></Message>",
        "<Message><Nickname/></Message>",
        "<Message><learner/></Message>",
        "<Message><ULN >1</ULN></Message>",
        "<Message><ULN>1<!-- --></ULN></Message>",
        "<Message><ULN><![CDATA[1]]></ULN></Message>",
        "<Message><ULN>]]></ULN></Message>",
        "<Message><ULN>&#49;</ULN></Message>",
        "<Message><ULN>&e;</ULN></Message>",
        "<Message><ULN>a & b</ULN></Message>",
        "<Message><ULN>a\rb</ULN></Message>",
        "<Message>\r<ULN/></Message>",
        "<Message><ULN>a\u0000b</ULN></Message>",
        "<Message><ULN>a\u0001b</ULN></Message>",
        "<Message><ULN>\u0085</ULN></Message>",
        "<Message><ULN>\ufffe</ULN></Message>",
        "<Message>a<ULN/></Message>",
        "<Message><ULN/>a</Message>",
      })
  @DisplayName("excludes everything that is broken, unknown or in need of a decision")
  void notPlain(String xml) {
    assertThrows(PlainXml.NotPlain.class, () -> events(plain(xml)));
  }

  static List<byte[]> noUtf8() {
    return List.of(
        new byte[] {(byte) 0x80},
        new byte[] {(byte) 0xC3},
        new byte[] {(byte) 0xC0, (byte) 0x80},
        new byte[] {(byte) 0xE0, (byte) 0x82, (byte) 0x80},
        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        new byte[] {(byte) 0xF0, (byte) 0x80, (byte) 0x82, (byte) 0x80},
        new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80});
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  @DisplayName("excludes texts with bytes that are not UTF-8")
  void notUtf8(byte[] content) {
    assertThrows(
        PlainXml.NotPlain.class, () -> events(new PlainXml(bytes(learner(content)), TOKEN)));
  }

  @Test
  @DisplayName("has pieces of any length up to the limit at any place of its buffer")
  void pieces() throws XMLStreamException {
    StringBuilder xml = new StringBuilder("<Message>\n");
    for (int i = 0; i < 3_000; i++) {
      xml.append(" ".repeat(i % 97)).append("<Learner>\n<AddLine1>").append("x".repeat(i % 1_013));
      xml.append("</AddLine1><ULN>").append(i).append("</ULN></Learner>\n");
    }
    byte[] utf8 = xml.append("</Message>").toString().getBytes(StandardCharsets.UTF_8);
    assertTrue(utf8.length > 1 << 20);
    assertEquals(events(new AaltoXml(bytes(utf8), TOKEN)), events(plain(xml.toString())));
    String longer = "<Message><ULN>" + "x".repeat(TOKEN) + "</ULN></Message>";
    assertThrows(PlainXml.NotPlain.class, () -> events(plain(longer)));
  }

  @Test
  @DisplayName("that stops being plain after some learners loses and repeats none")
  void goesOn() {
    String learner = "<Learner><LearnRefNumber>%d</LearnRefNumber></Learner>";
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      body.append(learner.formatted(i)).append(i == 10 ? "<!-- a comment -->" : "\n");
    }
    List<String> references =
        Reading.ofBody(body.toString()).rows("learner").stream()
            .map(row -> row.<String>getAs("learn_ref_number"))
            .toList();
    assertEquals(Stream.iterate(0, i -> i + 1).limit(20).map(String::valueOf).toList(), references);
  }
}
