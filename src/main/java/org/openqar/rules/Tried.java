package org.openqar.rules;

import java.util.Map;

/**
 * A rule of an aim's report type, tried on the aim.
 *
 * @param held its verdict
 * @param reads the terms that it read by their names, in the order of its words, as texts; null
 *     where a value is missing
 */
public record Tried(Rule rule, boolean held, Map<String, String> reads) {}
