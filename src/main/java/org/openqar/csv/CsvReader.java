package org.openqar.csv;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.openqar.messages.UserException;

/**
 * Reads a CSV in UTF-8 line by line, with or without a byte order mark. A value cannot continue on
 * the next line, so each record is one line, and the reader holds at most one.
 */
public final class CsvReader implements Closeable {
  private static final int LONGEST_LINE = 1 << 18;
  private static final int LONGEST_CELL = 2000;
  private static final int MOST_CELLS = 300;

  /**
   * One line.
   *
   * @param number from 1, the header
   * @param cells each cell as written, or without the blanks around it
   */
  public record Line(int number, String[] cells) {}

  private final String file;
  private final InputStream in;
  private final boolean strips;
  private final CsvParser parser;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int number;

  private CsvReader(String file, InputStream in, boolean strips) {
    this.file = file;
    this.strips = strips;
    this.in = new BufferedInputStream(in, 1 << 16);
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setMaxColumns(MOST_CELLS);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setIgnoreLeadingWhitespaces(strips);
    settings.setIgnoreTrailingWhitespaces(strips);
    settings.setCommentProcessingEnabled(false);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    this.parser = new CsvParser(settings);
  }

  /**
   * Reads cells as they are written.
   *
   * @param file its name, for refusals
   * @param in its bytes, which {@link #close} closes
   */
  public static CsvReader exact(String file, InputStream in) {
    return new CsvReader(file, in, false);
  }

  /**
   * Reads cells without the blanks around them.
   *
   * @param file its name, for refusals
   * @param in its bytes, which {@link #close} closes
   */
  public static CsvReader stripping(String file, InputStream in) {
    return new CsvReader(file, in, true);
  }

  /**
   * Returns the next line that is not blank; null at the end.
   *
   * @throws UserException which names a line that is too long, is not UTF-8 or cannot be split
   */
  public Line next() throws IOException {
    while (readLine()) {
      String text = text();
      if (!text.isBlank()) {
        return new Line(number, cells(text));
      }
    }
    return null;
  }

  private boolean readLine() throws IOException {
    bytes.reset();
    number++;
    int next = in.read();
    if (next < 0) {
      return false;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (bytes.size() == LONGEST_LINE) {
        throw refused("is longer than %d bytes; is it a CSV?".formatted(LONGEST_LINE));
      }
      bytes.write(next);
    }
    return true;
  }

  private String text() {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused("is not UTF-8; save the file as CSV in UTF-8");
    }
  }

  private String[] cells(String text) {
    if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
      throw refused("has an opening quote without a closing one; correct it");
    }
    try {
      String[] cells = parser.parseLine(strips ? text.stripTrailing() : withoutReturn(text));
      for (int i = 0; strips && i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      return cells;
    } catch (TextParsingException e) {
      throw refused(
          "cannot be split at column %d: at most %d columns of %d characters are read, and a quote"
                  .formatted(e.getColumnIndex() + 1, MOST_CELLS, LONGEST_CELL)
              + " within quotes is doubled");
    }
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private UserException refused(String why) {
    return UserException.failed("%s, line %d: it %s.".formatted(file, number, why));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
