package org.openqar.tables;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.trim;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * Turns values of breakdowns into the form used to compare them with published values. The form
 * ignores case, has single blanks, and uses one of the names that the Department has given to the
 * same thing.
 */
public final class Spelling {
  private Spelling() {}

  private record Renamed(String before, String now) {}

  /** Names that differ between publications, in lower case. */
  private static final List<Renamed> SAME =
      List.of(
          new Renamed("information and communication technology", "digital technology"),
          new Renamed("ict practitioners", "digital technology (practitioners)"),
          new Renamed("ict for users", "digital technology (users)"),
          new Renamed("general fe college incl tertiary", "general fe and tertiary college"),
          new Renamed("general fe college including tertiary", "general fe and tertiary college"),
          new Renamed("other public funded i.e la's and he", "other public funded"),
          new Renamed("other public funded (las and he)", "other public funded"),
          new Renamed("specialist college", "special college"));

  /** Returns a value in the form used to compare it. */
  public static String plain(String value) {
    String plain = value.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    for (Renamed one : SAME) {
      plain = plain.replace(one.before(), one.now());
    }
    return plain;
  }

  /** Returns the values of a column in the form used to compare them. */
  public static Column plain(Column value) {
    Column plain = lower(trim(regexp_replace(value, "\\s+", " ")));
    for (Renamed one : SAME) {
      plain = replace(plain, lit(one.before()), lit(one.now()));
    }
    return plain;
  }
}
