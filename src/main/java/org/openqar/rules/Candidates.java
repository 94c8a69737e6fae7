package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The candidate aims of a report type (qar-rules 3.1). Each aim is a candidate of exactly one
 * report type. If the aim misses a requirement of that report type, no report counts it. The first
 * requirement that it misses gives the reason.
 *
 * @param kind holds for the aims that only this report type could count
 * @param asks the requirements, in the order in which the job tests them
 */
public record Candidates(Function<Terms, Condition> kind, List<Requirement> asks) {

  /** Holds for the aims that the report type counts. */
  Condition counted(Terms terms) {
    List<Condition> parts = new ArrayList<>(List.of(kind.apply(terms)));
    asks.forEach(one -> parts.add(one.met().apply(terms)));
    return Condition.allOf(parts.toArray(Condition[]::new));
  }

  /**
   * Returns the sentence about a candidate that the report type does not count; empty for any other
   * aim.
   */
  Optional<String> leftOut(Terms terms, OnRow aim) {
    return kind.apply(terms).by(aim)
        ? asks.stream()
            .filter(one -> !one.met().apply(terms).by(aim))
            .findFirst()
            .map(one -> one.said(terms, aim))
        : Optional.empty();
  }
}
