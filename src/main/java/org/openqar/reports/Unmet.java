package org.openqar.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openqar.messages.UserException;
import org.openqar.pipeline.SameResults;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.RowValues;
import org.openqar.rules.RuleBook;
import org.openqar.rules.RuleDifferences;
import org.openqar.tables.Rows;
import org.openqar.tables.Tables;

/**
 * Finds the differences between two rule sets that no loaded record meets.
 *
 * <p>Only an R04 return meets a parameter that decides R04 alone. The aims show whether a parameter
 * of judging matters: one pass reads the columns that the differing rules need, and ends when each
 * rule has given some aim another verdict. If the rule sets can match records to different aims,
 * this class says nothing about rules.
 */
public final class Unmet {
  private final Differing differing;
  private final Comparison.Side side;
  private final boolean lookAhead;
  private final int reportYear;
  private final Set<String> byAims = new LinkedHashSet<>();
  private final Set<String> withoutR04 = new LinkedHashSet<>();
  private final boolean everything;

  /**
   * @param side where the aims of the first rule set are
   * @param lookAhead whether a return R04 is loaded
   */
  public Unmet(Differing differing, Comparison.Side side, boolean lookAhead) {
    this.differing = differing;
    this.side = side;
    this.lookAhead = lookAhead;
    this.reportYear = side.reportYear();
    this.everything = find();
  }

  /** Whether no loaded record meets any difference: no verdict and no rate changes. */
  public boolean everything() {
    return everything;
  }

  private boolean find() {
    boolean sameAims = true;
    boolean sameFigures = true;
    Map<String, Set<String>> rulesOf = new LinkedHashMap<>();
    for (String parameter : differing.parameters()) {
      if (!lookAhead && Differing.OF_R04.contains(parameter)) {
        withoutR04.add(parameter);
        continue;
      }
      Optional<Edition> alone = alone(parameter);
      sameAims &= alone.filter(it -> SameResults.ofAims(differing.one(), it)).isPresent();
      sameFigures &= alone.filter(it -> SameResults.ofFigures(differing.one(), it)).isPresent();
      alone.ifPresent(
          it -> rulesOf.put(parameter, new RuleDifferences(book(differing.one()), book(it)).ids()));
    }
    if (!sameAims) {
      return false;
    }
    Set<String> met = met();
    rulesOf.forEach(
        (parameter, rules) -> {
          if (!rules.isEmpty() && rules.stream().noneMatch(met::contains)) {
            byAims.add(parameter);
          }
        });
    differing.rules().stream().filter(rule -> !met.contains(rule)).forEach(byAims::add);
    return sameFigures && met.isEmpty();
  }

  /** Returns the first edition with one parameter of the other; empty if that is not valid. */
  private Optional<Edition> alone(String parameter) {
    try {
      return Optional.of(differing.one().with(Map.of(parameter, differing.set(parameter))));
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private RuleBook book(Edition edition) {
    return ReportTypes.book(edition, reportYear);
  }

  /** Returns the rules that give some aim another verdict. */
  private Set<String> met() {
    RuleDifferences rules = new RuleDifferences(book(differing.one()), book(differing.other()));
    if (!rules.allMet()) {
      try (Rows aims =
          side.reader().read(Tables.AIM, rules.columns(Tables.AIM.columnNames()), side.ours())) {
        while (!rules.allMet() && aims.hasNext()) {
          rules.lookAt(new RowValues(aims.next()));
        }
      }
    }
    return rules.met();
  }

  /** Says what no record meets and why, in a sentence; empty if records may meet everything. */
  public String text() {
    List<String> reasons = new ArrayList<>();
    if (!byAims.isEmpty()) {
      reasons.add("no loaded aim meets " + String.join(", ", byAims));
    }
    if (!withoutR04.isEmpty()) {
      reasons.add(
          differing.onlyInR04()
              ? "no R04 return is loaded"
              : "no R04 return is loaded, which alone meets " + String.join(", ", withoutR04));
    }
    String why = String.join(", and ", reasons);
    if (everything) {
      return "No aim can change" + (reasons.isEmpty() ? "." : ", because %s.".formatted(why));
    }
    return reasons.isEmpty() ? "" : "But %s.".formatted(why);
  }
}
