package org.openqar.publish;

import java.io.Serializable;
import java.util.Map;

/**
 * A breakdown whose values are publicly known to be within those of another. The cell of an outer
 * value is the sum of the cells of its inner values.
 *
 * @param inner a column, such as {@code ssa_t2}
 * @param outer a column, such as {@code ssa_t1}
 * @param outerOf the outer value of each inner one
 */
record Nesting(String inner, String outer, Map<String, String> outerOf) implements Serializable {}
