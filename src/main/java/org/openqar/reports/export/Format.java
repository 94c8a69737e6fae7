package org.openqar.reports.export;

/** What a table can be written as. */
public enum Format {
  /** A header, then a line a row: empty for null, ISO dates, lists as JSON. */
  CSV,
  /** One object a line. */
  JSON,
  PARQUET
}
