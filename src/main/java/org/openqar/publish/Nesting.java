package org.openqar.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A breakdown whose values lie within those of another, as everybody knows: the cell of the outer
 * value is the sum of its inner ones.
 *
 * @param inner a column, such as {@code ssa_t2}
 * @param outer a column, such as {@code ssa_t1}
 * @param outerOf the outer value of each inner one
 */
record Nesting(String inner, String outer, Map<String, String> outerOf) implements Serializable {

  /** Columns within columns. */
  record Pair(String inner, String outer) {}

  /** What lies within what (qar-rules 5.1). */
  static final List<Pair> KNOWN =
      List.of(
          new Pair("detailed_level", "level"),
          new Pair("ssa_t2", "ssa_t1"),
          new Pair("std_fwk_code", "std_fwk"),
          new Pair("std_fwk_code", "level"),
          new Pair("std_fwk_code", "detailed_level"),
          new Pair("std_fwk_code", "ssa_t1"),
          new Pair("std_fwk_code", "ssa_t2"));
}
