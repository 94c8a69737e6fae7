package org.openqar.ilr;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqar.calendar.AcademicYear;

/**
 * What the folders above a file say about it. These are the folders below the root in which it was
 * found or, for a file given by its own name, the two nearest.
 *
 * @param returnNumber 1 to 14, from the nearest folder named R01 to R14, or null
 * @param year from the nearest folder named by two consecutive years, such as 2425, or null
 */
record ReturnFolder(Integer returnNumber, String year) {
  private static final Pattern RETURN = Pattern.compile("[Rr](0[1-9]|1[0-4])");
  private static final int NEAREST = 2;

  static ReturnFolder of(IlrFile file) {
    Integer number = null;
    String year = null;
    List<String> folders = folders(file);
    for (int i = folders.size() - 1; i >= 0; i--) {
      String name = folders.get(i);
      Matcher match = RETURN.matcher(name);
      if (number == null && match.matches()) {
        number = Integer.valueOf(match.group(1));
      }
      if (year == null && AcademicYear.isCode(name)) {
        year = name;
      }
    }
    return new ReturnFolder(number, year);
  }

  private static List<String> folders(IlrFile file) {
    String below = file.root() == null ? file.path() : file.path().substring(file.root().length());
    List<String> names = Arrays.asList(below.split("/"));
    List<String> folders = names.subList(0, names.size() - 1);
    return file.root() == null
        ? folders.subList(Math.max(0, folders.size() - NEAREST), folders.size())
        : folders;
  }
}
