package org.openqar.reference;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.openqar.breakdowns.EnglishRegion;

/** Names the regions of England, which files give by name or by code. */
final class Regions {
  private static final String CODE = "^[A-Z][0-9]{8}$";
  private static final Pattern IS_CODE = Pattern.compile(CODE);

  private Regions() {}

  /** Returns the region for a name or a code, and null for the code of a place outside England. */
  static String named(String text) {
    return text == null || !IS_CODE.matcher(text).find()
        ? text
        : EnglishRegion.of(text).map(EnglishRegion::title).orElse(null);
  }

  /** Does the same for a column. */
  static Column named(Column text) {
    Column name = when(text.rlike(CODE), lit(null).cast("string")).otherwise(text);
    for (EnglishRegion region : EnglishRegion.values()) {
      name = when(text.equalTo(region.code()), region.title()).otherwise(name);
    }
    return name;
  }
}
