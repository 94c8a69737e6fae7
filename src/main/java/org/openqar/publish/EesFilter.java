package org.openqar.publish;

import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.FileColumn;

/**
 * A filter by which readers choose cells.
 *
 * @param breakdown the column of {@code qar_aim}
 * @param file the column in the files
 */
record EesFilter(String breakdown, FileColumn file) {

  /** Returns the filter of a published breakdown in the files of a report type. */
  static EesFilter of(String breakdown, String reportType) {
    return new EesFilter(
        breakdown, Breakdowns.named(breakdown).inFilesOf(reportType).orElseThrow());
  }

  String column() {
    return file.name();
  }

  String label() {
    return file.label();
  }

  String hint() {
    return file.hint();
  }

  /** Returns the text of a value in the files. */
  String item(String value) {
    return file.item(value);
  }
}
