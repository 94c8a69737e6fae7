package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The candidate aims of a report type (qar-rules 3.1). Each aim is of the kind of exactly one
 * report type; where that one asks more than the aim has, the aim is in no report, and the first
 * requirement that it misses tells why.
 *
 * @param kind holds for aims that could be in no other report type
 * @param asks what is asked of them, in the order in which it is told
 */
public record Candidates(Function<Terms, Condition> kind, List<Requirement> asks) {

  /** Holds for the aims that the report type counts. */
  Condition counted(Terms terms) {
    List<Condition> parts = new ArrayList<>(List.of(kind.apply(terms)));
    asks.forEach(one -> parts.add(one.met().apply(terms)));
    return Condition.allOf(parts.toArray(Condition[]::new));
  }

  /** The sentence about an aim of this kind that is not counted; none of any other aim. */
  Optional<String> leftOut(Terms terms, OnRow aim) {
    return kind.apply(terms).by(aim)
        ? asks.stream()
            .filter(one -> !one.met().apply(terms).by(aim))
            .findFirst()
            .map(one -> one.said(terms, aim))
        : Optional.empty();
  }
}
