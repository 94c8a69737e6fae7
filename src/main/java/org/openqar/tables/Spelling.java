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
 * Values of breakdowns as they are compared with those that others publish: without case, with
 * single blanks, and under one of the names that the Department has given to the same thing.
 */
public final class Spelling {
  private Spelling() {}

  private record Renamed(String before, String now) {}

  /** Names that changed from one publication to another, in lower case. */
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

  /** The value as it is compared. */
  public static String plain(String value) {
    String plain = value.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    for (Renamed one : SAME) {
      plain = plain.replace(one.before(), one.now());
    }
    return plain;
  }

  /** The same of a column. */
  public static Column plain(Column value) {
    Column plain = lower(trim(regexp_replace(value, "\\s+", " ")));
    for (Renamed one : SAME) {
      plain = replace(plain, lit(one.before()), lit(one.now()));
    }
    return plain;
  }
}
