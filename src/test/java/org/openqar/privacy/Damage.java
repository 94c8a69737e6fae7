package org.openqar.privacy;

import static org.openqar.privacy.PlantedReturn.CANARY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which a return breaks, with canaries around the break. */
enum Damage {
  BARE_LESS_THAN("<FamilyName>KNRY.a<<KNRY.b</FamilyName>"),
  BARE_AMPERSAND("<FamilyName>KNRY.a & KNRY.b</FamilyName>"),
  NAME_IN_BRACKETS("<FamilyName>KNRY.a <KNRY.Smith> KNRY.b</FamilyName>"),
  WRONG_END_TAG("<FamilyName>KNRY.a</KNRY.Smith>"),
  UNDECLARED_ENTITY("<FamilyName>KNRY.a &KNRY.b; KNRY.c</FamilyName>"),
  UNDECLARED_PREFIX("<FamilyName><KNRY:a>KNRY.b</KNRY:a></FamilyName>"),
  PREFIX_OF_ATTRIBUTE("<FamilyName KNRY:a=\"KNRY.b\">KNRY.c</FamilyName>"),
  ATTRIBUTE_TWICE("<FamilyName KNRY=\"KNRY.a\" KNRY=\"KNRY.b\">KNRY.c</FamilyName>"),
  ATTRIBUTE_WITHOUT_QUOTES("<FamilyName KNRY=KNRY.a>KNRY.b</FamilyName>"),
  ATTRIBUTE_OF_END_TAG("<FamilyName>KNRY.a</FamilyName KNRY=\"KNRY.b\">"),
  CONTROL_CHARACTER("<FamilyName>KNRY.a\u0001KNRY.b</FamilyName>"),
  CHARACTER_REFERENCE("<FamilyName>KNRY.a&#0;&#xKNRY;KNRY.b</FamilyName>"),
  HYPHENS_IN_COMMENT("<!-- KNRY.a -- KNRY.b --><FamilyName>KNRY.c</FamilyName>"),
  INSTRUCTION_NAMED_XML("<?xml KNRY.a?><FamilyName>KNRY.b</FamilyName>"),
  CDATA_END_IN_TEXT("<FamilyName>KNRY.a]]>KNRY.b</FamilyName>"),
  OPEN_CDATA("<FamilyName><![CDATA[KNRY.a</FamilyName>"),
  OPEN_COMMENT("<!-- KNRY.a <FamilyName>KNRY.b</FamilyName>"),
  DECLARATION_IN_TEXT("<FamilyName><!KNRY.a KNRY.b></FamilyName>"),
  TEXT_TOO_LONG("<CampId>" + "KNRY.a ".repeat(2000) + "</CampId>"),
  NAME_TOO_LONG("<FamilyName>" + "KNRY.a ".repeat(20_000) + "</FamilyName>"),
  ATTRIBUTE_TOO_LONG("<FamilyName KNRY=\"" + "KNRY.a ".repeat(20_000) + "\">KNRY</FamilyName>"),
  COMMENT_TOO_LONG("<!--" + "KNRY.a ".repeat(20_000) + "-->"),
  TOO_DEEP("<FamilyName>" + "<KNRY>KNRY.a".repeat(40) + "</FamilyName>"),
  BYTES_OF_ANOTHER_ENCODING("<FamilyName>KNRY.a\u00e9\u00ff KNRY.b</FamilyName>") {
    @Override
    byte[] bytes(String xml) {
      return text(xml).getBytes(StandardCharsets.ISO_8859_1);
    }
  },
  TRUNCATED("") {
    @Override
    byte[] bytes(String xml) {
      return xml.substring(0, xml.lastIndexOf(CANARY) + 6).getBytes(StandardCharsets.UTF_8);
    }
  },
  TRUNCATED_IN_TAG("") {
    @Override
    byte[] bytes(String xml) {
      return xml.substring(0, xml.lastIndexOf("KNRY.attribute") + 6)
          .getBytes(StandardCharsets.UTF_8);
    }
  },
  DOCTYPE("") {
    @Override
    String text(String xml) {
      return xml.replace(
          "<Message",
          "<!DOCTYPE Message [<!ENTITY KNRY.a \"KNRY.b\"><!ELEMENT KNRY.c ANY>]>\n<Message");
    }
  },
  DOCTYPE_INSIDE("<!DOCTYPE KNRY.a [<!ENTITY KNRY.b 'KNRY.c'>]><FamilyName>&KNRY.b;</FamilyName>"),
  TEXT_BEFORE_ROOT("") {
    @Override
    String text(String xml) {
      return xml.replace("<Message", "KNRY.a <Message");
    }
  },
  TEXT_AFTER_ROOT("") {
    @Override
    String text(String xml) {
      return xml.replace("</Message>", "</Message>KNRY.a");
    }
  },
  UNKNOWN_ENCODING("") {
    @Override
    String text(String xml) {
      return xml.replace("encoding=\"utf-8\"", "encoding=\"KNRY.a\"");
    }
  },
  ROOT_NOT_CLOSED("") {
    @Override
    String text(String xml) {
      return xml.replace("</Message>", "");
    }
  },
  HEADER_WITHOUT_PROVIDER("") {
    @Override
    String text(String xml) {
      return xml.replaceFirst("<UKPRN>[0-9]+</UKPRN>", "<UKPRN>KNRY.a</UKPRN>");
    }
  },
  HEADER_WITHOUT_YEAR("") {
    @Override
    String text(String xml) {
      return xml.replaceFirst("<Year>[0-9]+</Year>", "<Year>KNRY.a</Year>");
    }
  },
  ANOTHER_PROVIDER("") {
    @Override
    String text(String xml) {
      return xml.replaceFirst("<LearningProvider><UKPRN>[0-9]+", "<LearningProvider><UKPRN>KNRY.a");
    }
  },
  ARCHIVE_CUT_OFF("") {
    @Override
    byte[] bytes(String xml) throws IOException {
      byte[] zip = zipped(CANARY + ".xml", xml);
      return Arrays.copyOf(zip, zip.length / 2);
    }
  },
  ARCHIVE_WITH_WRONG_CHECKSUM("") {
    @Override
    byte[] bytes(String xml) throws IOException {
      byte[] zip = zipped(CANARY + ".xml", xml);
      zip[zip.length / 2] ^= 1;
      return zip;
    }
  },
  ARCHIVE_OF_SOMETHING_ELSE("") {
    @Override
    byte[] bytes(String xml) throws IOException {
      return zipped(CANARY + ".csv", CANARY + ",1");
    }
  };

  private final String familyName;

  Damage(String familyName) {
    this.familyName = familyName;
  }

  String extension() {
    return name().startsWith("ARCHIVE") ? "zip" : "xml";
  }

  /** Damages the bytes of a sound return. */
  byte[] bytes(String xml) throws IOException {
    return text(xml).getBytes(StandardCharsets.UTF_8);
  }

  String text(String xml) {
    int at = xml.indexOf("<FamilyName>");
    return xml.substring(0, at)
        + familyName
        + xml.substring(xml.indexOf("</FamilyName>") + "</FamilyName>".length());
  }

  private static byte[] zipped(String name, String xml) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
    return archive.toByteArray();
  }
}
