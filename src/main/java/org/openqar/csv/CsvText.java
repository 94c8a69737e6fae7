package org.openqar.csv;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.util.List;

/**
 * Writes records in the form of RFC 4180. A value gets quotes if it needs them and loses the blanks
 * around it. No value and an empty text both become nothing. A record that would begin with {@code
 * #} begins with a quote, because many readers skip a line that begins with {@code #}.
 *
 * <p>For one thread.
 */
public final class CsvText {
  private final CsvWriter writer = new CsvWriter(settings());

  /** Returns the text of a record, with a line feed at its end. Each value gives its own text. */
  public String line(Object... values) {
    return writer.writeRowToString(values) + "\n";
  }

  /** Returns the text of a record. */
  public String line(List<?> values) {
    return line(values.toArray());
  }

  private static CsvWriterSettings settings() {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.setQuoteEscapingEnabled(true);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(-1);
    return settings;
  }
}
