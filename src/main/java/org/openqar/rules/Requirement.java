package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a scope asks of an aim (qar-rules 3.1), and the sentence that a provider is told where the
 * aim does not meet it.
 *
 * @param met holds for the aims that the scope takes
 * @param known sentences about some of the other aims; the first that fits one is told of it
 * @param otherwise the sentence about the rest of them
 */
public record Requirement(Function<Terms, Condition> met, List<LeftOut> known, String otherwise) {

  /** A sentence about the aims for which a condition holds. */
  public record LeftOut(Function<Terms, Condition> when, String sentence) {}

  /** The sentences, in the order in which they are tried. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>(known.stream().map(LeftOut::sentence).toList());
    all.add(otherwise);
    return List.copyOf(all);
  }

  /** The sentence about an aim that does not meet it. */
  String said(Terms terms, OnRow aim) {
    return known.stream()
        .filter(some -> some.when().apply(terms).by(aim))
        .findFirst()
        .map(LeftOut::sentence)
        .orElse(otherwise);
  }
}
