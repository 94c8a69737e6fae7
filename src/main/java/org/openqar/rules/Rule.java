package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rule. The declaration has all that a reader, a test and a manual need.
 *
 * @param id the rule's identifier; no other rule ever uses it again
 * @param label one line
 * @param clause its source
 * @param inForce the editions that it belongs to
 * @param when the condition, over an edition's terms
 * @param candidates the parts of a scope's condition; empty for every other kind
 * @param sets the column that it fills
 * @param gives the value for the column; empty for a yes
 * @param because the reason for the rule
 */
public record Rule(
    String id,
    Kind kind,
    String label,
    Clause clause,
    Years inForce,
    Function<Terms, Condition> when,
    Optional<Candidates> candidates,
    String sets,
    Optional<Function<Terms, Term>> gives,
    String because) {

  /** Starts a declaration. */
  public static Builder rule(String id, Kind kind) {
    return new Builder(id, kind);
  }

  /** A declaration in progress, in the order of the specification's sentence. */
  public static final class Builder {
    private final String id;
    private final Kind kind;
    private String label;
    private Clause clause;
    private Years inForce = Years.ALL;
    private Function<Terms, Condition> when;
    private Function<Terms, Condition> candidates;
    private final List<Requirement> asks = new ArrayList<>();
    private String sets;
    private Function<Terms, Term> gives;

    private Builder(String id, Kind kind) {
      this.id = id;
      this.kind = kind;
    }

    public Builder label(String oneLine) {
      label = oneLine;
      return this;
    }

    public Builder clause(String section, String words) {
      clause = Clause.clause(section, words);
      return this;
    }

    public Builder inForce(Years editions) {
      inForce = editions;
      return this;
    }

    public Builder when(Function<Terms, Condition> condition) {
      when = condition;
      return this;
    }

    /** Sets the kind of aim that a scope covers. No other scope covers it (qar-rules 3.1). */
    public Builder of(Function<Terms, Condition> kind) {
      candidates = kind;
      return this;
    }

    /**
     * Adds a requirement for aims of the scope's kind.
     *
     * @param otherwise the sentence about an aim that misses it
     * @param known sentences about some of these aims; they go first
     */
    public Builder asks(
        Function<Terms, Condition> met, String otherwise, Requirement.LeftOut... known) {
      asks.add(new Requirement(met, List.of(known), otherwise));
      return this;
    }

    /** Sets the flag that the rule raises. */
    public Builder sets(String flag) {
      sets = flag;
      return this;
    }

    /** Sets the column that the rule fills, and its value. */
    public Builder gives(String column, Function<Terms, Term> value) {
      sets = column;
      gives = value;
      return this;
    }

    public Rule because(String reason) {
      Optional<Candidates> scope =
          Optional.ofNullable(candidates).map(of -> new Candidates(of, List.copyOf(asks)));
      return new Rule(
          id,
          kind,
          label,
          clause,
          inForce,
          scope.<Function<Terms, Condition>>map(it -> it::counted).orElse(when),
          scope,
          sets,
          Optional.ofNullable(gives),
          reason);
    }
  }
}
