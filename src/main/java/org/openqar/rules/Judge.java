package org.openqar.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges one aim in plain Java. {@link SparkJudge} judges all aims the same way. */
final class Judge {
  private final RuleBook book;
  private final Judging judging;

  Judge(RuleBook book, Judging judging) {
    this.book = book;
    this.judging = judging;
  }

  List<JudgedAim> judge(AimValues aim) {
    List<JudgedAim> reports = new ArrayList<>();
    for (Object type : (Collection<?>) judging.reportTypes().by(new OnRow(aim))) {
      reports.add(as((String) type, aim));
    }
    return reports;
  }

  private JudgedAim as(String reportType, AimValues aim) {
    Map<String, Object> all = new HashMap<>(Map.of(Judging.REPORT_TYPE, reportType));
    AimValues row = column -> all.containsKey(column) ? all.get(column) : aim.value(column);
    OnRow evaluator = new OnRow(row);
    judging
        .steps()
        .forEach(step -> step.forEach((name, value) -> all.put(name, value.by(evaluator))));
    Map<String, Object> judged = new LinkedHashMap<>();
    judging.judged().forEach(name -> judged.put(name, all.get(name)));
    judged.put(Judging.REPORT_TYPE, reportType);
    return new JudgedAim(reportType, aim, judged, trail(evaluator));
  }

  private List<Tried> trail(OnRow judged) {
    return book.rules().stream()
        .filter(rule -> judging.isOfReportType(rule).by(judged))
        .map(rule -> new Tried(rule, book.condition(rule).by(judged), reads(rule, judged)))
        .toList();
  }

  private Map<String, String> reads(Rule rule, OnRow judged) {
    Map<String, String> reads = new LinkedHashMap<>();
    book.condition(rule)
        .reads()
        .forEach(term -> reads.put(term.name(), text(term.value().by(judged))));
    return reads;
  }

  /** Formats a value as a Spark cast to text does. */
  static String text(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(Judge::text).collect(Collectors.joining(", ", "[", "]"))
        : value == null ? null : value.toString();
  }
}
