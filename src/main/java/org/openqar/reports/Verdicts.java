package org.openqar.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Dimension;
import org.openqar.config.Settings;
import org.openqar.reports.Explanation.Verdict;
import org.openqar.rules.Edition;
import org.openqar.rules.JudgedAim;
import org.openqar.rules.RowValues;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** The verdicts of the run on some aims, with the rules tried on them again. */
final class Verdicts {
  /** The columns shown for a cell. Its report type and provider are the aim's. */
  static final List<String> CELL =
      List.of(
          "measure",
          "year",
          "dimension",
          "value",
          "leavers",
          "completers",
          "achievers",
          "achievement_rate");

  private final TableReader reader;
  private final Settings settings;
  private final Edition edition;
  private final RuleBook book;
  private final Filter ours;

  Verdicts(TableReader reader, Settings settings, Edition edition, RuleBook book) {
    this.reader = reader;
    this.settings = settings;
    this.edition = edition;
    this.book = book;
    this.ours = Filter.of(edition.edition(), settings.reportYear());
  }

  /** Returns the verdicts on each aim by its id, one for each report type that counts it. */
  Map<String, List<Verdict>> on(List<Row> aims) {
    if (aims.isEmpty()) {
      return Map.of();
    }
    Map<List<String>, Row> judged = judged(aims);
    List<Row> cells = cells(judged.values().stream().toList());
    Map<String, List<Verdict>> verdicts = new HashMap<>();
    for (Row aim : aims) {
      String id = aim.getAs("aim_id");
      for (JudgedAim tried : book.judge(new RowValues(aim))) {
        Row verdict = judged.get(List.of(id, tried.reportType()));
        if (verdict != null) {
          verdicts
              .computeIfAbsent(id, any -> new ArrayList<>())
              .add(
                  new Verdict(
                      verdict,
                      tried.trail().stream().map(this::told).toList(),
                      cells.stream()
                          .filter(counts(verdict))
                          .sorted(RowOrder.by("measure", "dimension", "value"))
                          .toList()));
        }
      }
    }
    return verdicts;
  }

  private Map<List<String>, Row> judged(List<Row> aims) {
    List<String> ids = aims.stream().map(aim -> aim.<String>getAs("aim_id")).toList();
    return reader
        .list(Tables.QAR_AIM, Tables.QAR_AIM.columnNames(), ours.and(Filter.among("aim_id", ids)))
        .stream()
        .collect(
            Collectors.toMap(
                row -> List.of(row.getAs("aim_id"), row.getAs("report_type")), row -> row));
  }

  private Explanation.Tried told(org.openqar.rules.Tried tried) {
    Rule rule = tried.rule();
    return new Explanation.Tried(
        rule.id(),
        rule.label(),
        rule.clause().toString(),
        rule.because(),
        rule.sets(),
        book.condition(rule).text(),
        tried.held(),
        tried.reads());
  }

  /**
   * Returns the cells of the providers of some judged aims, in the years in which these aims count.
   */
  private List<Row> cells(List<Row> judged) {
    List<Integer> ukprns =
        judged.stream().map(aim -> aim.<Integer>getAs("ukprn")).distinct().toList();
    List<Integer> years = new ArrayList<>();
    judged.forEach(aim -> years.addAll(years(aim).values()));
    return years.isEmpty()
        ? List.of()
        : reader.list(
            Tables.QAR_PROVIDER,
            Stream.concat(CELL.stream(), Stream.of("report_type", "ukprn")).toList(),
            ours.and(Filter.among("ukprn", ukprns)).and(Filter.among("year", years)));
  }

  /** Returns the provider's cells that count an aim, in either measure. */
  private Predicate<Row> counts(Row judged) {
    Map<String, Integer> years = years(judged);
    Map<String, String> values = new HashMap<>();
    for (Dimension dimension : Dimension.ALL) {
      List<Object> parts =
          dimension.columns().stream().map(name -> judged.<Object>getAs(name)).toList();
      if (!parts.contains(null)) {
        values.put(dimension.name(), dimension.value(parts));
      }
    }
    return cell ->
        cell.getAs("report_type").equals(judged.getAs("report_type"))
            && cell.getAs("ukprn").equals(judged.getAs("ukprn"))
            && cell.getAs("year").equals(years.get(cell.<String>getAs("measure")))
            && cell.getAs("value").equals(values.get(cell.<String>getAs("dimension")));
  }

  /**
   * Returns the year in which an aim counts, by measure; none if that year is not this edition's.
   */
  private Map<String, Integer> years(Row judged) {
    Map<String, Integer> years = new HashMap<>();
    if ("QAR Inclusion".equals(judged.getAs("qar_status"))) {
      years.put("overall", judged.getAs("hybrid_end_year"));
    }
    if (judged.<Boolean>getAs("timely_cohort")) {
      years.put("timely", judged.getAs("timely_year"));
    }
    years.values().removeIf(year -> isKept(judged, year));
    return years;
  }

  /**
   * Whether the figures of a report and year are kept as published, and so are not this edition's.
   */
  private boolean isKept(Row judged, int year) {
    return year < settings.reportYear()
        && edition.history().asPublished().contains(judged.<String>getAs("report_type"));
  }
}
