package org.openqar.rules;

import java.util.Map;

/**
 * The result of a rule of an aim's report type for that aim.
 *
 * @param held its verdict
 * @param reads the values that it read as texts, by the names of their terms, in the order of its
 *     words; null for a missing value
 */
public record Tried(Rule rule, boolean held, Map<String, String> reads) {}
