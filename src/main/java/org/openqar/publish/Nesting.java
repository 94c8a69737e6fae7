package org.openqar.publish;

import java.io.Serializable;
import java.util.Map;

/**
 * A breakdown whose values lie within those of another, as everybody knows: the cell of the outer
 * value is the sum of its inner ones.
 *
 * @param inner a column, such as {@code ssa_t2}
 * @param outer a column, such as {@code ssa_t1}
 * @param outerOf the outer value of each inner one
 */
record Nesting(String inner, String outer, Map<String, String> outerOf) implements Serializable {}
