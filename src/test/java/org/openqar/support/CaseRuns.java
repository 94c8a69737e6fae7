package org.openqar.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.aims.AimsStage;
import org.openqar.config.Configuration;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Worked cases run whole: written as returns, loaded and matched by the command, and judged as it
 * judges. Each case has providers of its own, so that all of them lie in one folder and are
 * computed by few runs: one for each edition with its switches and report year. Editions that look
 * at R04 have a warehouse of their own, because they load other returns.
 */
public final class CaseRuns {
  private final Path folder;
  private final Map<List<Object>, IlrXml> returns = new LinkedHashMap<>();
  private final StringBuilder mergers = new StringBuilder("old_ukprn,new_ukprn,from_year\n");
  private final StringBuilder standards =
      new StringBuilder("std_code,name,level,ssa_t1,ssa_t2,is_foundation\n");
  private final Map<Run, List<Row>> aims = new HashMap<>();
  private final Map<Run, List<Row>> matched = new HashMap<>();
  private final StringBuilder printed = new StringBuilder();

  /**
   * One run.
   *
   * @param rules changes to the edition by path
   * @param yearsAhead years after the report year that are loaded as well
   */
  public record Run(String edition, Map<String, String> rules, int reportYear, int yearsAhead) {
    Edition changed() {
      Map<String, String> overrides = new TreeMap<>();
      rules.forEach((path, value) -> overrides.put(Configuration.RULES + path, value));
      return new Configuration(null, overrides).edition(edition, Edition.class);
    }

    /** By what the returns are linked: runs that agree in it differ in judging only. */
    private List<Object> linkedBy() {
      return List.of(edition, reportYear, yearsAhead, AimsStage.method(changed()));
    }

    private boolean looksAhead() {
      return changed().returns().lookAhead().value() == Edition.LookAhead.R04;
    }
  }

  /**
   * @param folder where returns, reference data and warehouses are written
   */
  public CaseRuns(Path folder) {
    this.folder = folder;
  }

  /**
   * A return of a provider, made where it is not there yet. It holds somebody else: a course that
   * no apprenticeship report counts.
   */
  public IlrXml returned(int ukprn, int year, String number) {
    return returns.computeIfAbsent(
        List.of(ukprn, year, number), any -> withSomebodyElse(ukprn, year));
  }

  /** Takes a return away. */
  public void withoutFinalReturn(int ukprn, int year) {
    returns.remove(List.of(ukprn, year, "R14"));
  }

  /** The standard is that of a foundation apprenticeship. */
  public void foundation(int standard) {
    standards.append("%d,A foundation,2,Business,Business,true\n".formatted(standard));
  }

  public void merger(int old, int survivor, int fromYear) {
    mergers.append("%d,%d,%d\n".formatted(old, survivor, fromYear));
  }

  /** Writes the returns and makes the runs. */
  public void run(Set<Run> runs) {
    try {
      returns.forEach(
          (which, xml) ->
              xml.writeBelow(
                  folder.resolve("returns"),
                  (String) which.get(2),
                  Integer.parseInt(((String) which.get(2)).substring(1)),
                  1));
      Files.createDirectories(folder.resolve("reference"));
      Files.writeString(folder.resolve("reference/provider_merger.csv"), mergers);
      Files.writeString(folder.resolve("reference/standards.csv"), standards);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TreeSet<Run> inOrder =
        new TreeSet<>(
            Comparator.comparing(Run::edition)
                .thenComparing(Run::reportYear)
                .thenComparing(Run::yearsAhead)
                .thenComparing(run -> run.rules().toString()));
    inOrder.addAll(runs);
    Map<List<Object>, List<Run>> alike = new LinkedHashMap<>();
    inOrder.forEach(
        run -> alike.computeIfAbsent(run.linkedBy(), any -> new ArrayList<>()).add(run));
    Set<Path> loaded = new HashSet<>();
    for (List<Run> some : alike.values()) {
      Run first = some.get(0);
      Path warehouse = folder.resolve(first.looksAhead() ? "look-ahead" : "final-returns");
      Dataset<Row> linked = link(first, warehouse, loaded.add(warehouse) ? "returns" : "aims");
      some.forEach(run -> judge(run, linked));
    }
  }

  private Dataset<Row> link(Run run, Path warehouse, String from) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--conf", "conf", "--from", from, "--to", "aims"));
    arguments.addAll(List.of("--returns", folder.resolve("returns").toString()));
    arguments.addAll(List.of("--reference", folder.resolve("reference").toString()));
    arguments.addAll(List.of("--warehouse", warehouse.toString()));
    arguments.addAll(List.of("--edition", run.edition()));
    arguments.addAll(List.of("--report-year", String.valueOf(run.reportYear())));
    arguments.addAll(List.of("--set", "window.years-ahead=" + run.yearsAhead()));
    run.rules()
        .forEach(
            (path, value) -> arguments.addAll(List.of("--set", "rules." + path + "=" + value)));
    CommandLineRun done = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals(0, done.code(), done.err());
    printed.append(done.out());
    return new TableStore(SparkTest.spark(), warehouse.toString())
        .read(Tables.AIM, KeyRange.of(run.changed().edition(), run.reportYear()));
  }

  private void judge(Run run, Dataset<Row> linked) {
    aims.put(run, ReportTypes.book(run.changed(), run.reportYear()).judge(linked).collectAsList());
    matched.put(run, linked.select("ukprn", "history.matched_by").collectAsList());
  }

  /** By what the records of each aim of a provider were matched, oldest first. */
  public List<List<String>> matched(Run run, int ukprn) {
    return matched.get(run).stream()
        .filter(aim -> aim.getInt(0) == ukprn)
        .map(aim -> aim.<String>getList(1))
        .toList();
  }

  /** The judged aims of providers from one number to another. */
  public List<Row> aims(Run run, int firstUkprn, int lastUkprn) {
    return aims.get(run).stream()
        .filter(aim -> aim.<Integer>getAs("ukprn") >= firstUkprn)
        .filter(aim -> aim.<Integer>getAs("ukprn") <= lastUkprn)
        .filter(aim -> !aim.getAs("learn_ref_number").equals("OTHER"))
        .toList();
  }

  /** What the runs printed. */
  public String printed() {
    return printed.toString();
  }

  private static IlrXml withSomebodyElse(int ukprn, int year) {
    return IlrXml.of(ukprn, year)
        .learner("LearnRefNumber", "OTHER", "ULN", "2000000009", "Ethnicity", "31", "Sex", "F")
        .aim(
            "LearnAimRef",
            "60001234",
            "AimType",
            "4",
            "AimSeqNumber",
            "1",
            "LearnStartDate",
            "2018-09-01",
            "LearnPlanEndDate",
            "2026-07-31",
            "FundModel",
            "35",
            "CompStatus",
            "1");
  }
}
