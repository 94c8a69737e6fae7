package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Row;

/**
 * Returns that were cut, mixed up and tampered with. Java's own parser has a say on what is
 * well-formed and how many learners there are. 200 tries, in {@code -Plong} 1,000; more: {@code
 * -Dtests.tries=100000}.
 */
@Label("A mutated return")
class FuzzTest {
  private static final String SECRET = "Zyxwvut";

  private static final List<String> SEEDS =
      List.of(
          seed("SFA/ILR/2017-18", "1718", "<PriorAttain>3</PriorAttain>", 1),
          seed(
              "ESFA/ILR/2024-25",
              "2425",
              "<PriorAttain><PriorLevel>3</PriorLevel></PriorAttain>",
              3),
          seed("ILR/2026-27", "2627", "<HRSRecord/>", 8),
          seed("ILR/2026-27", "2627", "<!-- <Learner/> --><ULN><![CDATA[]]></ULN>", 2)
              .replaceAll("<(/?)([A-Z])", "<$1i:$2")
              .replace(" xmlns=", " xmlns:i="));

  private static final List<String> PIECES =
      List.of(
          "<!-- c -->",
          "<!--",
          "-->",
          "--",
          "<![CDATA[<Learner>]]>",
          "<![CDATA[",
          "]]>",
          "<?p i?>",
          "<?xml version='1.0'?>",
          "<?",
          "?>",
          "<!DOCTYPE Message>",
          "<!DOCTYPE a [<!ENTITY e 'f'>]>",
          "&amp;",
          "&e;",
          "&#65;",
          "&#0;",
          "&#xD800;",
          "&#x110000;",
          "&",
          "<",
          ">",
          "\"",
          "'",
          "</",
          "/>",
          "<Learner>",
          "</Learner>",
          "<Learner/>",
          "<learner/>",
          "<i:Learner/>",
          "<x:Learner/>",
          "<LearningDelivery>",
          "</LearningDelivery>",
          "</Message>",
          "<Message>",
          " a='1'",
          " a='1' a='2'",
          " xmlns='x'",
          " xmlns:i='x'",
          " xmlns:i=''",
          " xml:space='preserve'",
          "\0",
          "\u0001",
          "\u0085",
          "\ufeff",
          "\ufffe",
          "\u00e9",
          "\ud83d\ude00",
          "\r",
          "\n\n",
          ":",
          "=",
          "<LearnerDestinationandProgression/>",
          "<Learner",
          "xmlns",
          "xml");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1252"));

  private static final Pattern NAME = Pattern.compile("(?<=[</:])[A-Za-z]+");

  private static final Pattern END_TAG = Pattern.compile("</[^<>]*>");

  private static String seed(String namespace, String year, String more, int learners) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message xmlns=\"")
        .append(namespace)
        .append("\">")
        .append(Reading.HEADER.replace("2425", year))
        .append("<LearningProvider><UKPRN>10000001</UKPRN></LearningProvider>");
    for (int i = 0; i < learners; i++) {
      xml.append("\n<Learner><LearnRefNumber>A")
          .append(i)
          .append("</LearnRefNumber><FamilyName>")
          .append(SECRET)
          .append("</FamilyName>")
          .append(more)
          .append("\n<LearningDelivery><AimType>1</AimType>")
          .append(
              "<LearningDeliveryFAM><LearnDelFAMType>RES</LearnDelFAMType></LearningDeliveryFAM>")
          .append("</LearningDelivery></Learner>");
    }
    return xml
        + "<LearnerDestinationandProgression><ULN>1</ULN></LearnerDestinationandProgression>"
        + "\n</Message>\n";
  }

  /** A change at some place. The numbers are shares of the length. */
  record Change(Kind kind, int at, int to, int what) {
    enum Kind {
      CUT_END,
      CUT,
      REPEAT,
      SWAP,
      CORRUPT,
      INSERT,
      INSERT_BETWEEN_TAGS,
      INSERT_IN_TAG,
      RENAME,
      CHANGE_CASE
    }

    String of(String xml) {
      if (xml.isEmpty()) {
        return xml;
      }
      int from = share(at, xml.length());
      int end = Math.min(xml.length(), from + 1 + share(to, 200));
      String piece = PIECES.get(what % PIECES.size());
      return switch (kind) {
        case CUT_END -> xml.substring(0, from);
        case CUT -> xml.substring(0, from) + xml.substring(end);
        case REPEAT -> xml.substring(0, end) + xml.substring(from);
        case SWAP -> {
          int other = Math.min(xml.length(), end + (end - from));
          yield xml.substring(0, from)
              + xml.substring(end, other)
              + xml.substring(from, end)
              + xml.substring(other);
        }
        case CORRUPT -> xml.substring(0, from) + (char) (what & 0xFF) + xml.substring(from + 1);
        case INSERT -> insert(xml, from, piece);
        case INSERT_BETWEEN_TAGS -> insert(xml, Math.max(0, xml.indexOf('<', from)), piece);
        case INSERT_IN_TAG -> insert(xml, Math.max(0, xml.indexOf('>', from)), piece);
        case RENAME -> rename(xml, from, name(xml, share(to, xml.length())));
        case CHANGE_CASE -> rename(xml, from, null);
      };
    }

    private static int share(int number, int of) {
      return (int) ((long) number * of / 10_000);
    }

    private static String insert(String xml, int at, String piece) {
      return xml.substring(0, at) + piece + xml.substring(at);
    }

    private static String name(String xml, int from) {
      Matcher name = NAME.matcher(xml);
      return name.find(from) ? name.group() : "Learner";
    }

    /** Renames all elements of a name, perhaps only in case. */
    private static String rename(String xml, int from, String to) {
      String name = name(xml, from);
      String other = to != null ? to : name.toLowerCase(Locale.ROOT);
      return xml.replaceAll("(?<=[</:])" + name + "(?![A-Za-z])", other);
    }
  }

  enum Packing {
    PLAIN,
    ZIP,
    GZIP
  }

  record Mutant(
      int seed, List<Change> changes, Charset charset, Packing packing, List<int[]> damages) {

    String text() {
      String xml = SEEDS.get(seed);
      for (Change change : changes) {
        xml = change.of(xml);
      }
      return xml.replace("\"UTF-8\"", "\"" + charset.name() + "\"");
    }

    byte[] xml() {
      return text().getBytes(charset);
    }

    Reading reading() {
      byte[] xml = xml();
      byte[] packed =
          switch (packing) {
            case PLAIN -> xml;
            case ZIP -> Reading.zip(xml, "a.xml");
            case GZIP -> Reading.gzip(xml);
          };
      for (int[] damage : damages) {
        int at = Change.share(damage[0], packed.length);
        packed = packing == Packing.PLAIN ? packed : damaged(packed, at, damage[1]);
      }
      return Reading.of(packed)
          .named(packing == Packing.ZIP ? ".zip" : packing == Packing.GZIP ? ".xml.gz" : ".xml");
    }

    private static byte[] damaged(byte[] bytes, int at, int how) {
      if (how == 256 || bytes.length == 0) {
        return Arrays.copyOf(bytes, at);
      }
      byte[] altered = bytes.clone();
      altered[at] ^= (byte) how;
      return altered;
    }

    @Override
    public String toString() {
      return "%s %s %s %s %s\n%s"
          .formatted(
              changes,
              charset,
              packing,
              damages.stream().map(Arrays::toString).toList(),
              seed,
              text());
    }
  }

  @Provide
  Arbitrary<Mutant> mutants() {
    Arbitrary<Integer> share = Arbitraries.integers().between(0, 9_999);
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.of(Change.Kind.class),
                share,
                share,
                Arbitraries.integers().between(0, 255))
            .as(Change::new);
    Arbitrary<int[]> damage =
        Combinators.combine(share, Arbitraries.integers().between(1, 256))
            .as((at, how) -> new int[] {at, how});
    return Combinators.combine(
            Arbitraries.integers().between(0, SEEDS.size() - 1),
            change.list().ofMaxSize(4),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(StandardCharsets.UTF_8)),
                Tuple.of(1, Arbitraries.of(CHARSETS))),
            Arbitraries.frequency(
                Tuple.of(4, Packing.PLAIN), Tuple.of(1, Packing.ZIP), Tuple.of(1, Packing.GZIP)),
            damage.list().ofMaxSize(2))
        .as(Mutant::new);
  }

  @Property(seed = "2026", edgeCases = EdgeCasesMode.NONE)
  @Label("loses no learner in silence")
  void keepsLearners(@ForAll("mutants") Mutant mutant) {
    Reading reading = mutant.reading();
    List<Row> rows = reading.rows();
    List<Row> files = rows.stream().filter(it -> it.getAs("record").equals("file")).toList();
    assertEquals(1, files.size());
    Row file = files.get(0).getAs("file");
    long learners = rows.stream().filter(it -> it.getAs("record").equals("learner")).count();
    Row problem = file.getAs("problem");
    if (problem == null) {
      long second = secondOpinion(mutant.xml());
      if (second == BROKEN) {
        second = secondOpinion(mended(mutant.text(), mutant.charset()).getBytes(mutant.charset()));
      }
      assertEquals(second, learners);
      assertEquals(learners, file.<Long>getAs("learners"));
    } else {
      String code = problem.getAs("code");
      assertTrue(learners <= file.<Long>getAs("learners"));
      assertFalse(problem.<String>getAs("message").contains(SECRET) && !code.equals("wrong_root"));
      if (REFUSED_AS_XML.contains(code) && !isRefusedByOursOnly(mutant)) {
        assertEquals(BROKEN, secondOpinion(mutant.xml()));
      }
      Reading strict = reading.mode(Mode.FAILFAST).records(Records.LEARNER);
      assertEquals(code, assertThrows(IlrReadException.class, strict::rows).problem().code());
    }
  }

  @Property(seed = "2027", edgeCases = EdgeCasesMode.NONE)
  @Label("is read alike as plain XML and as any")
  void isReadAlike(@ForAll("mutants") Mutant mutant) {
    assertEquals(
        withoutPlace(mutant.reading().asAnyXml().rows()), withoutPlace(mutant.reading().rows()));
  }

  /** Removes the place, because each reading has a file name of its own. */
  private static List<String> withoutPlace(List<Row> rows) {
    return rows.stream()
        .map(row -> row.toString().replaceAll("file:\\S*?ilr-reading\\d+", "file:it"))
        .toList();
  }

  private static final Set<String> REFUSED_AS_XML = Set.of("not_well_formed", "encoding_unknown");
  private static final long BROKEN = -1;

  /**
   * The text without what our parser lets pass though it is not well-formed, none of which moves a
   * learner: control characters and odd encoding names in the XML declaration, control characters
   * in an end tag, wrong letters in instructions, prefixes bound to nothing, and U+FFFE.
   */
  private static String mended(String xml, Charset charset) {
    String body =
        xml.replaceFirst("(?s)^<[?]xml[\\x00-\\x20].*?[?]>", "")
            .replaceAll("(?s)<[?](?!xml ).*?[?]>", "")
            .replaceAll("(xmlns:[A-Za-z]+=)(''|\"\")", "$1'x'")
            .replace('\ufffe', '?');
    return "<?xml version='1.0' encoding='%s'?>".formatted(charset.name())
        + END_TAG.matcher(body).replaceAll(tag -> tag.group().replaceAll("[\\x00-\\x1f]", ""));
  }

  /**
   * What is well-formed to Java's parser alone: a colon in the name of an instruction, which XML
   * namespaces forbid, and a letter beyond ASCII in a namespace of an ISO-8859-1 file.
   */
  private static boolean isRefusedByOursOnly(Mutant mutant) {
    return Pattern.compile("<[?][^ ?]*:").matcher(mutant.text()).find()
        || mutant.charset().equals(StandardCharsets.ISO_8859_1)
            && Pattern.compile("xmlns[^>]*[^\\x00-\\x7f]").matcher(mutant.text()).find();
  }

  /** How many learners Java's own parser finds, or {@link #BROKEN}. */
  private static long secondOpinion(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    long learners = 0;
    int depth = 0;
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            String name = reader.getLocalName();
            if (name.equals("Learner") || depth == 2 && name.equalsIgnoreCase("Learner")) {
              learners++;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.ENTITY_REFERENCE -> {
            return BROKEN;
          }
          default -> {
            // The rest holds no learners.
          }
        }
      }
    } catch (Exception e) {
      return BROKEN;
    }
    return learners;
  }
}
