package org.openqar.rules;

import static java.util.stream.Collectors.joining;

/** Writes conditions in words, for the catalogue and for explanations. */
final class Words implements Condition.Evaluator<String> {
  @Override
  public String comparison(Condition.Comparison comparison) {
    return "%s %s %s"
        .formatted(
            comparison.left().name(), comparison.operator().sign(), comparison.right().name());
  }

  @Override
  public String oneOf(Condition.OneOf oneOf) {
    return oneOf.values().stream()
        .map(String::valueOf)
        .collect(joining(", ", oneOf.term().name() + " in (", ")"));
  }

  @Override
  public String overlaps(Condition.Overlaps overlaps) {
    return "%s have one of %s"
        .formatted(overlaps.list().name(), String.join(", ", overlaps.values()));
  }

  @Override
  public String given(Condition.Given given) {
    return given.term().name() + (given.there() ? " is given" : " is not given");
  }

  @Override
  public String holds(Condition.Holds holds) {
    return holds.term().name();
  }

  @Override
  public String all(Condition.All all) {
    return all.parts().stream()
        .map(part -> bracketed(part, part instanceof Condition.Any))
        .collect(joining(" and "));
  }

  @Override
  public String any(Condition.Any any) {
    return any.parts().stream()
        .map(part -> bracketed(part, part instanceof Condition.All))
        .collect(joining(" or "));
  }

  @Override
  public String not(Condition.Not not) {
    return "not " + bracketed(not.condition(), true);
  }

  @Override
  public String constant(Condition.Constant constant) {
    return constant.holds() ? "always in this edition" : "never in this edition";
  }

  @Override
  public String called(Condition.Called called) {
    return called.name();
  }

  private String bracketed(Condition part, boolean inBrackets) {
    String told = part.by(this);
    return inBrackets ? "(" + told + ")" : told;
  }
}
