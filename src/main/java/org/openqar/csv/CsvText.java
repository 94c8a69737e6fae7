package org.openqar.csv;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.util.List;

/**
 * Puts records as RFC 4180 has them. A value gets quotes where it needs them, the blanks around it
 * go, and both no value and an empty text are nothing. A record that would begin with {@code #}
 * begins with a quote, since many readers pass over such a line.
 *
 * <p>For one thread.
 */
public final class CsvText {
  private final CsvWriter writer = new CsvWriter(settings());

  /** The text of a record, with a line feed at its end; each value as its own text. */
  public String line(Object... values) {
    return writer.writeRowToString(values) + "\n";
  }

  /** The text of a record. */
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
