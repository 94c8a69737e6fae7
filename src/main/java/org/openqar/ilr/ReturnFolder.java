package org.openqar.ilr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqar.calendar.AcademicYear;

/**
 * What the folders above a file say of it.
 *
 * @param returnNumber 1 to 14, of the nearest folder named R01 to R14, or null
 * @param year of the nearest folder named by two consecutive years, such as 2425, or null
 */
record ReturnFolder(Integer returnNumber, String year) {
  private static final Pattern RETURN = Pattern.compile("[Rr](0[1-9]|1[0-4])");

  static ReturnFolder of(String file) {
    Integer number = null;
    String year = null;
    String[] names = file.split("/");
    for (int i = names.length - 2; i >= 0; i--) {
      Matcher match = RETURN.matcher(names[i]);
      if (number == null && match.matches()) {
        number = Integer.valueOf(match.group(1));
      }
      if (year == null && AcademicYear.isCode(names[i])) {
        year = names[i];
      }
    }
    return new ReturnFolder(number, year);
  }
}
