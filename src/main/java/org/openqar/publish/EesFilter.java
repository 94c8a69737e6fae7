package org.openqar.publish;

import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.FileColumn;

/**
 * What readers choose cells by.
 *
 * @param breakdown the column of {@code qar_aim}
 * @param file how the files have it
 */
record EesFilter(String breakdown, FileColumn file) {

  /** The filter of a published breakdown in the files of a report type. */
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

  /** What stands in the files for a value. */
  String item(String value) {
    return file.item(value);
  }
}
