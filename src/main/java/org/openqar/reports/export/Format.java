package org.openqar.reports.export;

/** The formats of an exported table. */
public enum Format {
  /** A header, then one line for each row: empty for null, ISO dates, lists as JSON. */
  CSV,
  /** One JSON object on each line. */
  JSON,
  PARQUET
}
