package org.openqar.ilr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Splits a large file between learners, so that several tasks can read it.
 *
 * <p>A file may be split at the start tag of a Learner directly after the end tag of another. No
 * comment, section or instruction may begin in the bytes before it, as far back as one may reach.
 * So the place is inside none of them. If there is no such place near an offset, the file is not
 * split there. A file that is odd in any way is not split at all, and its reader says what is wrong
 * with it.
 */
final class FileParts {
  /** Encodings in which mark-up is single ASCII bytes. */
  private static final Set<String> ENCODINGS =
      Set.of("UTF-8", "US-ASCII", "ASCII", "ISO-8859-1", "WINDOWS-1252", "CP1252");

  /** The bytes that the parser's own buffer may hold beyond those it was allowed to read. */
  private static final int PARSER_BUFFER = 4096;

  private final IlrFile file;
  private final IlrLimits limits;
  private final FSDataInputStream in;

  private FileParts(IlrFile file, IlrLimits limits, FSDataInputStream in) {
    this.file = file;
    this.limits = limits;
    this.in = in;
  }

  /**
   * Returns the parts of a file, in its order.
   *
   * @param size about how many bytes of XML a part has; 0 to keep files whole
   */
  static List<FilePart> of(IlrFile file, long size, IlrLimits limits, Configuration hadoop) {
    if (!file.isXml() || !IlrSource.maySplit(file.bytes(), size)) {
      return List.of(FilePart.whole(file));
    }
    Path path = new Path(file.path());
    try {
      FileSystem files = path.getFileSystem(hadoop);
      if (file.root() == null || RealPath.isWithin(files, path, new Path(file.root()))) {
        try (FSDataInputStream in = files.open(path)) {
          return new FileParts(file, limits, in).split(size);
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // The reader of the file says what is wrong with it.
    }
    return List.of(FilePart.whole(file));
  }

  private List<FilePart> split(long size) throws IOException, XMLStreamException {
    Optional<Head> head = Head.of(in, limits);
    if (head.isEmpty() || !beginsTag(head.get().bytes())) {
      return List.of(FilePart.whole(file));
    }
    List<Long> starts = starts(head.get(), size);
    List<FilePart> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long to = i + 1 < starts.size() ? starts.get(i + 1) : FilePart.END;
      parts.add(
          new FilePart(
              file,
              i,
              starts.get(i),
              to,
              head.get().bytes(),
              "</" + head.get().name("Message") + ">"));
    }
    return parts;
  }

  private boolean beginsTag(long offset) throws IOException {
    in.seek(offset);
    return in.read() == '<';
  }

  private List<Long> starts(Head head, long size) throws IOException {
    long count = Math.max(2, Math.round((double) file.bytes() / size));
    List<Long> starts = new ArrayList<>(List.of(0L));
    for (long i = 1; i < count; i++) {
      long wanted = Math.max(head.bytes(), file.bytes() / count * i);
      long last = starts.get(starts.size() - 1);
      long found = learnerFrom(wanted, head);
      if (found > last) {
        starts.add(found);
      }
    }
    return starts;
  }

  /** Returns the first place to split from an offset on, or -1 if there is none nearby. */
  private long learnerFrom(long wanted, Head head) throws IOException {
    int reach = limits.tokenBytes() + PARSER_BUFFER;
    long from = Math.max(head.bytes(), wanted - reach);
    byte[] bytes = new byte[(int) Math.min(wanted - from + 4L * reach, file.bytes() - from)];
    in.readFully(from, bytes);
    String window = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher boundary = head.boundary().matcher(window);
    while (boundary.find()) {
      int start = boundary.start("next");
      boolean near = from + start >= wanted;
      if (near && isInContent(window, start, reach)) {
        return from + start;
      }
    }
    return -1;
  }

  private static boolean isInContent(String window, int place, int reach) {
    return beginsNone(window, "<!", place, reach) && beginsNone(window, "<?", place, reach);
  }

  private static boolean beginsNone(String window, String opening, int place, int reach) {
    int last = window.lastIndexOf(opening, place);
    return last < 0 || last < place - reach;
  }

  /**
   * What is before the first record.
   *
   * @param prefix the prefix of the root, or empty
   */
  private record Head(long bytes, String prefix) {

    /** Reads the head. Empty if the file may not be split. */
    static Optional<Head> of(InputStream in, IlrLimits limits) throws XMLStreamException {
      XmlBytes bytes = new XmlBytes(in, "", false);
      bytes.allow(limits.tokenBytes());
      XMLStreamReader xml = AaltoXml.factory().createXMLStreamReader(bytes);
      int depth = 0;
      String prefix = null;
      // A piece may be as long as the whole head, or this is not a head.
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamReader.START_ELEMENT) {
          depth++;
          if (depth == 1) {
            prefix = xml.getPrefix();
          } else if (isRecord(xml.getLocalName())) {
            boolean fit = depth == 2 && ENCODINGS.contains(encoding(xml));
            return fit
                ? Optional.of(new Head(xml.getLocation().getCharacterOffset(), prefix))
                : Optional.empty();
          }
        }
      }
      return Optional.empty();
    }

    private static boolean isRecord(String name) {
      return name.equals("Learner") || name.equals("LearnerDestinationandProgression");
    }

    private static String encoding(XMLStreamReader xml) {
      String declared = xml.getCharacterEncodingScheme();
      String encoding = declared == null ? xml.getEncoding() : declared;
      return encoding == null ? "UTF-8" : encoding.toUpperCase(Locale.ROOT);
    }

    String name(String local) {
      return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** Matches the end tag of one learner and the start tag of the next. */
    Pattern boundary() {
      String learner = Pattern.quote(name("Learner"));
      return Pattern.compile(
          "</" + learner + "[ \\t\\r\\n]*>[ \\t\\r\\n]*(?<next><)" + learner + "[ \\t\\r\\n/>]");
    }
  }
}
