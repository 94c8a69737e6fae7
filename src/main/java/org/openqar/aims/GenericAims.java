package org.openqar.aims;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/**
 * The classes of generic aims (qar-rules 3.9, 9.23). An aims file may lack these classes. The
 * meaning of the aims is official, and so are the class codes.
 */
final class GenericAims {
  private GenericAims() {}

  /** The aims of each class. */
  private static final Map<String, List<String>> CLASSES =
      new TreeMap<>(
          Map.of(
              // Work experience, industry placement, T Level placement, work placement by hours.
              "I",
              List.of(
                  "ZWRKX001",
                  "ZWRKX002",
                  "ZWRKX003",
                  "Z0007834",
                  "Z0007835",
                  "Z0007836",
                  "Z0007837",
                  "Z0007838"),
              // Supported internship.
              "J",
              List.of("Z0002347"),
              // Programme aims.
              "K",
              List.of("ZPROG001"),
              // European Social Fund.
              "L",
              List.of("ZESF0001")));

  /** Returns the class of an aim; missing if it is not one of these. */
  static Column classOf(Column learnAimRef) {
    Column found = lit(null).cast("string");
    for (Map.Entry<String, List<String>> one : CLASSES.entrySet()) {
      found = when(learnAimRef.isin(one.getValue().toArray()), one.getKey()).otherwise(found);
    }
    return found;
  }

  /** Returns the classes as text. Equal texts give equal classes. */
  static String told() {
    return CLASSES.toString();
  }
}
