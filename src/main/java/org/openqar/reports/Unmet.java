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
 * Which of what two rule sets differ in the loaded records cannot meet. What decides R04 alone is
 * met by a return R04 only. What decides no aim, but how aims are judged, is tried on the aims: at
 * most once on each, in one pass over the columns that the differing rules read, which ends when
 * each of them has judged some aim otherwise. Where the aims themselves may differ, nothing is said
 * of the rules.
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

  /**
   * Whether the loaded records can meet nothing of it: no aim is judged otherwise, no rate moves.
   */
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

  /** The first edition with one parameter of the other; empty if that cannot stand alone. */
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

  /** The rules that judge some aim otherwise. */
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

  /** What is not met and why, in a sentence; nothing where all of it may be. */
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
