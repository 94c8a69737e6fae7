package org.openqar.rules.traineeships;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;

/** The candidate year that only traineeship programmes have (qar-rules 3.8). */
final class EndYear {
  private EndYear() {}

  static final Rule DESTINATION =
      rule("TRN-YEAR-01", Kind.END_YEAR)
          .label("Year of the destination")
          .clause(
              "3.8, 8.22, 9.19",
              "OutStartDate of the positive destination, else six months after the actual end")
          .when(t -> allOf(anyOf(t.ended(), t.overdue()), t.destinationYear().known()))
          .gives("destination_year", Terms::destinationYear)
          .because("It takes half a year to see where a trainee goes.");
}
