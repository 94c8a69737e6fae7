package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A requirement of a scope (qar-rules 3.1), and the sentences for providers about aims that miss
 * it.
 *
 * @param met holds for the aims that meet the requirement
 * @param known sentences about some of the other aims; the first that fits an aim applies
 * @param otherwise the sentence about the rest of them
 */
public record Requirement(Function<Terms, Condition> met, List<LeftOut> known, String otherwise) {

  /** A sentence about the aims for which a condition holds. */
  public record LeftOut(Function<Terms, Condition> when, String sentence) {}

  /** Returns the sentences in the order in which {@link #said} tries them. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>(known.stream().map(LeftOut::sentence).toList());
    all.add(otherwise);
    return List.copyOf(all);
  }

  /** Returns the sentence about an aim that misses the requirement. */
  String said(Terms terms, OnRow aim) {
    return known.stream()
        .filter(some -> some.when().apply(terms).by(aim))
        .findFirst()
        .map(LeftOut::sentence)
        .orElse(otherwise);
  }
}
