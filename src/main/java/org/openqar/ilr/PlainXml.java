package org.openqar.ilr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;

/**
 * Reads plain XML, the form of nearly every return: UTF-8, with elements of the vocabulary whose
 * tags hold only their names, each with either text or elements inside it.
 *
 * <p>It decides nothing else. Whatever it does not recognise as well-formed and harmless is {@link
 * NotPlain}: a comment, an attribute, a name of no ILR year, a long piece, a byte that no text
 * holds. A parser for all XML ({@link AaltoXml}) then reads the file from its start and judges it.
 * The events given until then stay valid, because the other parser gives the same for the same
 * bytes.
 */
final class PlainXml implements XmlEvents {

  /** The XML is not plain, at least from here on. */
  static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final NotPlain XML = new NotPlain();

    private NotPlain() {
      super("not plain", null, false, false);
    }
  }

  private static final int BUFFER = 256 << 10;

  /** A tag, or a text with the white space before it, is shorter than this in plain XML. */
  private static final int LONGEST_PIECE = 32 << 10;

  /** A declaration, a comment or the attributes of the root are shorter than this in plain XML. */
  private static final int MOST_AHEAD = 2 << 10;

  private static final int MOST_LEVELS = 64;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<[?]xml version=(?<a>[\"'])1[.]0\\k<a>(?: encoding=(?<b>[\"'])(?i:UTF-8)\\k<b>)?"
              + "(?: standalone=(?<c>[\"'])(?:yes|no)\\k<c>)? ?[?]>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "[ \\t\\r\\n]+(?:(?<prefix>[A-Za-z]+):)?(?<name>[A-Za-z]+)="
              + "(?:\"(?<a>[ -~&&[^<&\"]]*)\"|'(?<b>[ -~&&[^<&']]*)')");

  /** The namespace that XML itself declares. */
  private static final String RESERVED = "http://www.w3.org/XML/";

  private static final String RESERVED_TOO = "http://www.w3.org/2000/xmlns";

  // The kinds of byte within a text.
  private static final byte LETTER = 0;
  private static final byte LINE_END = 1;
  private static final byte BEGINS_TAG = 2;
  private static final byte CARRIAGE_RETURN = 3;
  private static final byte REFERENCE = 4;
  private static final byte BRACKET = 5;
  private static final byte BEYOND_ASCII = 6;
  private static final byte NO_TEXT = 7;
  private static final byte[] KINDS = kinds();

  private static final PlainNames NAMES = PlainNames.of(Vocabulary.ilr());

  private final XmlBytes source;

  /** The bytes read, followed by zeros, which belong to no tag and no text. */
  private final byte[] buffer = new byte[BUFFER + PlainNames.PADDING];

  private int at;
  private int end;
  private long before;
  private boolean drained;

  private final PlainNames.Name[] open = new PlainNames.Name[MOST_LEVELS];
  private int depth;
  private boolean begun;
  private int last = XMLStreamConstants.START_DOCUMENT;
  private boolean endsAtOnce;
  private PlainNames.Name name;
  private int line = 1;
  private int lineOfEvent = 1;

  private String namespace = "";
  private List<String> attributes = List.of();
  private final List<Declared> declared = new ArrayList<>();

  private int textFrom;
  private int textTo;
  private boolean textIsSimple;

  private final int tokenBytes;

  /**
   * @param tokenBytes the most bytes of one piece of plain XML
   */
  PlainXml(XmlBytes source, int tokenBytes) {
    this.source = source;
    this.tokenBytes = Math.min(tokenBytes, LONGEST_PIECE);
  }

  @Override
  public int next() {
    // A text stays in the buffer until its element ends.
    if (end - at < 2 * LONGEST_PIECE && last != XMLStreamConstants.CHARACTERS && !drained) {
      fill();
    }
    int from = at;
    last = begun ? inside() : root();
    if (at - from > tokenBytes) {
      throw NotPlain.XML;
    }
    return last;
  }

  private int root() {
    begun = true;
    if (buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
      at = 3;
    }
    Matcher declaration = DECLARATION.matcher(ahead());
    if (declaration.lookingAt()) {
      skip(declaration.end());
    }
    skipSpace();
    while (buffer[at] == '<' && buffer[at + 1] == '!') {
      comment();
      skipSpace();
    }
    if (buffer[at] != '<') {
      throw NotPlain.XML;
    }
    lineOfEvent = line;
    name = nameAt(at + 1);
    if (!name.text().equals("Message")) {
      throw NotPlain.XML;
    }
    at += 1 + name.length();
    rootAttributes();
    open[depth++] = name;
    return XMLStreamConstants.START_ELEMENT;
  }

  private void comment() {
    String ahead = ahead();
    int end = ahead.indexOf("--", 4);
    if (!ahead.startsWith("<!--") || end < 0 || !ahead.startsWith("-->", end)) {
      throw NotPlain.XML;
    }
    for (int i = 0; i < end; i++) {
      if (KINDS[ahead.charAt(i)] == NO_TEXT || ahead.charAt(i) >= 0x80) {
        throw NotPlain.XML;
      }
    }
    skip(end + 3);
  }

  private void skip(int length) {
    for (int i = 0; i < length; i++) {
      count(buffer[at + i], buffer[at + i + 1]);
    }
    at += length;
  }

  /**
   * Returns the next bytes, each as one character. No character beyond ASCII matches the patterns.
   */
  private String ahead() {
    return new String(buffer, at, Math.min(end - at, MOST_AHEAD), StandardCharsets.ISO_8859_1);
  }

  private void rootAttributes() {
    String rest = ahead();
    Matcher attribute = ATTRIBUTE.matcher(rest);
    List<String> prefixes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int to = 0;
    while (attribute.region(to, rest.length()).lookingAt()) {
      to = attribute.end();
      String prefix = attribute.group("prefix");
      String value = attribute.group(attribute.group("a") == null ? "b" : "a");
      if (prefix == null && attribute.group("name").equals("xmlns")) {
        declare("", value);
        namespace = value.intern();
      } else if ("xmlns".equals(prefix)) {
        declare(attribute.group("name"), value);
      } else {
        prefixes.add(prefix == null ? "" : prefix);
        names.add(attribute.group("name"));
      }
    }
    Set<String> known = new HashSet<>(Set.of(""));
    declared.forEach(one -> known.add(one.prefix()));
    boolean distinct = new HashSet<>(names).size() == names.size();
    if (!distinct || !known.containsAll(prefixes) || buffer[at + to] != '>') {
      throw NotPlain.XML;
    }
    attributes = names;
    skip(to + 1);
  }

  private void declare(String prefix, String uri) {
    boolean odd = prefix.startsWith("xml") || uri.isEmpty() && !prefix.isEmpty();
    boolean reserved = uri.startsWith(RESERVED) || uri.startsWith(RESERVED_TOO);
    if (odd || reserved || declared.stream().anyMatch(one -> one.prefix().equals(prefix))) {
      throw NotPlain.XML;
    }
    declared.add(new Declared(prefix, uri));
  }

  private int inside() {
    if (endsAtOnce) {
      endsAtOnce = false;
      depth--;
      return XMLStreamConstants.END_ELEMENT;
    }
    int from = at;
    skipSpace();
    if (depth == 0) {
      return end();
    }
    if (buffer[at] != '<') {
      return text(from);
    }
    lineOfEvent = line;
    return buffer[at + 1] == '/' ? endTag() : startTag();
  }

  private int end() {
    if (at != end || !drained) {
      throw NotPlain.XML;
    }
    lineOfEvent = line;
    return XMLStreamConstants.END_DOCUMENT;
  }

  private int startTag() {
    // Text before an element means mixed content, where white space may count.
    if (last == XMLStreamConstants.CHARACTERS || depth == MOST_LEVELS) {
      throw NotPlain.XML;
    }
    name = nameAt(at + 1);
    at += 1 + name.length();
    if (buffer[at] == '/') {
      endsAtOnce = true;
      at++;
    }
    if (buffer[at++] != '>') {
      throw NotPlain.XML;
    }
    open[depth++] = name;
    return XMLStreamConstants.START_ELEMENT;
  }

  private PlainNames.Name nameAt(int from) {
    PlainNames.Name found = NAMES.at(buffer, from);
    if (found == null) {
      throw NotPlain.XML;
    }
    return found;
  }

  private int endTag() {
    PlainNames.Name expected = open[depth - 1];
    if (!expected.isAt(buffer, at + 2) || buffer[at + 2 + expected.length()] != '>') {
      throw NotPlain.XML;
    }
    at += 3 + expected.length();
    name = expected;
    depth--;
    return XMLStreamConstants.END_ELEMENT;
  }

  /** Reads a text up to the next tag. The white space before the text belongs to it. */
  private int text(int from) {
    if (last != XMLStreamConstants.START_ELEMENT) {
      throw NotPlain.XML;
    }
    lineOfEvent = line;
    textFrom = from;
    textIsSimple = true;
    int p = at;
    byte kind = LETTER;
    while (kind != BEGINS_TAG) {
      long special;
      do {
        long eight = EightBytes.at(buffer, p);
        special =
            EightBytes.are(eight, '<')
                | EightBytes.are(eight, '&')
                | EightBytes.are(eight, ']')
                | EightBytes.below(eight, ' ')
                | EightBytes.beyondAscii(eight);
        p += EightBytes.before(special);
      } while (special == 0);
      kind = KINDS[buffer[p] & 0xFF];
      p = special(kind, p);
    }
    textTo = p;
    at = p;
    return XMLStreamConstants.CHARACTERS;
  }

  /** Takes one special character of a text. Returns the place to continue from. */
  private int special(byte kind, int p) {
    switch (kind) {
      case BEGINS_TAG -> {
        return p;
      }
      case LETTER -> {
        return p + 1;
      }
      case LINE_END -> {
        line++;
        return p + 1;
      }
      case CARRIAGE_RETURN -> {
        textIsSimple = false;
        requireLineEnd(p);
        return p + 1;
      }
      case REFERENCE -> {
        textIsSimple = false;
        return p + Reference.at(buffer, p).length;
      }
      case BRACKET -> {
        if (buffer[p + 1] == ']' && buffer[p + 2] == '>') {
          throw NotPlain.XML;
        }
        return p + 1;
      }
      case BEYOND_ASCII -> {
        textIsSimple = false;
        return p + lengthOfCharacter(p);
      }
      default -> throw NotPlain.XML;
    }
  }

  private void requireLineEnd(int p) {
    if (buffer[p + 1] != '\n') {
      throw NotPlain.XML;
    }
  }

  /** Returns the number of bytes of a character beyond ASCII, if XML allows it. */
  private int lengthOfCharacter(int p) {
    int first = buffer[p] & 0xFF;
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    int code = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if ((buffer[p + i] & 0xC0) != 0x80) {
        throw NotPlain.XML;
      }
      code = code << 6 | buffer[p + i] & 0x3F;
    }
    boolean shortest = code >= (length == 2 ? 0xA0 : length == 3 ? 0x800 : 0x10000);
    boolean character = code < 0xD800 || code > 0xDFFF && code < 0xFFFE || code > 0xFFFF;
    if (first < 0xC2 || first > 0xF4 || code > 0x10FFFF || !shortest || !character) {
      throw NotPlain.XML;
    }
    return length;
  }

  private void skipSpace() {
    int p = at;
    int length;
    do {
      long eight = EightBytes.at(buffer, p);
      long lineEnds = EightBytes.are(eight, '\n');
      long others =
          EightBytes.others(lineEnds | EightBytes.are(eight, '\t') | EightBytes.are(eight, ' '));
      length = EightBytes.before(others);
      line += Long.bitCount(length == 8 ? lineEnds : EightBytes.first(lineEnds, length));
      p += length;
      if (length < 8 && buffer[p] == '\r') {
        count(buffer[p], buffer[p + 1]);
        p++;
        length = 8;
      }
    } while (length == 8);
    at = p;
  }

  private void count(byte b, byte following) {
    if (b == '\n') {
      line++;
    } else if (b == '\r' && following != '\n') {
      throw NotPlain.XML;
    }
  }

  private void fill() {
    before += at;
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    source.allow(BUFFER);
    try {
      while (end < BUFFER) {
        int read = source.read(buffer, end, BUFFER - end);
        if (read < 0) {
          drained = true;
          break;
        }
        end += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Arrays.fill(buffer, end, end + PlainNames.PADDING, (byte) 0);
  }

  @Override
  public String name() {
    return name.text();
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public int attributes() {
    return depth == 1 ? attributes.size() : 0;
  }

  @Override
  public String attribute(int i) {
    return attributes.get(i);
  }

  @Override
  public int declarations() {
    return depth == 1 ? declared.size() : 0;
  }

  @Override
  public String declaredPrefix(int i) {
    return declared.get(i).prefix();
  }

  @Override
  public String declaredNamespace(int i) {
    return declared.get(i).namespace();
  }

  @Override
  public String instruction() {
    throw new IllegalStateException("An instruction is not plain");
  }

  @Override
  public boolean addTo(TextBuffer text) {
    if (textIsSimple) {
      return text.refer(buffer, textFrom, textTo);
    }
    char[] decoded = Reference.resolve(buffer, textFrom, textTo).toCharArray();
    return text.append(decoded, 0, decoded.length);
  }

  @Override
  public int line() {
    return lineOfEvent;
  }

  @Override
  public Location begins() {
    return new LineOf(lineOfEvent);
  }

  @Override
  public Location reached() {
    return new LineOf(line);
  }

  @Override
  public long bytes() {
    return before + at;
  }

  /** A namespace that the root declares. The prefix is empty for the default namespace. */
  private record Declared(String prefix, String namespace) {}

  /** Gives only the line. A caller who needs more must read the file as any XML. */
  private record LineOf(int getLineNumber) implements Location {
    @Override
    public int getColumnNumber() {
      return 1;
    }

    @Override
    public int getCharacterOffset() {
      return -1;
    }

    @Override
    public String getPublicId() {
      return null;
    }

    @Override
    public String getSystemId() {
      return null;
    }
  }

  /** The five references that need no declaration. */
  private enum Reference {
    AMP("&amp;", "&"),
    LT("&lt;", "<"),
    GT("&gt;", ">"),
    QUOT("&quot;", "\""),
    APOS("&apos;", "'");

    private static final Reference[] ALL = values();

    private final byte[] bytes;
    private final String written;
    private final String means;
    private final int length;

    Reference(String written, String means) {
      this.written = written;
      this.means = means;
      bytes = written.getBytes(StandardCharsets.US_ASCII);
      length = bytes.length;
    }

    static Reference at(byte[] buffer, int from) {
      for (Reference one : ALL) {
        if (Arrays.equals(buffer, from, from + one.length, one.bytes, 0, one.length)) {
          return one;
        }
      }
      throw NotPlain.XML;
    }

    static String resolve(byte[] buffer, int from, int to) {
      String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
      text = text.replace("\r\n", "\n");
      if (text.indexOf('&') < 0) {
        return text;
      }
      // The ampersand comes last, because the character that replaces it begins no other reference.
      for (int i = ALL.length - 1; i >= 0; i--) {
        text = text.replace(ALL[i].written, ALL[i].means);
      }
      return text;
    }
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, 0, 0x20, NO_TEXT);
    Arrays.fill(kinds, 0x80, 0x100, BEYOND_ASCII);
    kinds['\t'] = LETTER;
    kinds['\n'] = LINE_END;
    kinds['\r'] = CARRIAGE_RETURN;
    kinds['<'] = BEGINS_TAG;
    kinds['&'] = REFERENCE;
    kinds[']'] = BRACKET;
    return kinds;
  }
}
