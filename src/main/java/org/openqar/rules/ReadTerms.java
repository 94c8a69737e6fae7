package org.openqar.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the terms that a condition reads. */
final class ReadTerms implements Condition.Evaluator<Stream<Term>> {
  /** Returns the terms, each name once, in the order of the words. */
  static List<Term> of(Condition condition) {
    Map<String, Term> terms = new LinkedHashMap<>();
    condition.by(new ReadTerms()).forEach(term -> terms.putIfAbsent(term.name(), term));
    return new ArrayList<>(terms.values());
  }

  @Override
  public Stream<Term> comparison(Condition.Comparison comparison) {
    return comparison.right().value() instanceof Value.Literal
        ? Stream.of(comparison.left())
        : Stream.of(comparison.left(), comparison.right());
  }

  @Override
  public Stream<Term> oneOf(Condition.OneOf oneOf) {
    return Stream.of(oneOf.term());
  }

  @Override
  public Stream<Term> overlaps(Condition.Overlaps overlaps) {
    return Stream.of(overlaps.list());
  }

  @Override
  public Stream<Term> given(Condition.Given given) {
    return Stream.of(given.term());
  }

  @Override
  public Stream<Term> holds(Condition.Holds holds) {
    return Stream.of(holds.term());
  }

  @Override
  public Stream<Term> all(Condition.All all) {
    return all.parts().stream().flatMap(part -> part.by(this));
  }

  @Override
  public Stream<Term> any(Condition.Any any) {
    return any.parts().stream().flatMap(part -> part.by(this));
  }

  @Override
  public Stream<Term> not(Condition.Not not) {
    return not.condition().by(this);
  }

  @Override
  public Stream<Term> constant(Condition.Constant constant) {
    return Stream.empty();
  }

  @Override
  public Stream<Term> called(Condition.Called called) {
    return called.condition().by(this);
  }
}
