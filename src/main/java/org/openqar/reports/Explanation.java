package org.openqar.reports;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;
import org.openqar.tables.Breakdown;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Why a learner's aims count where they do. Reads what the run wrote, and lets the rules judge the
 * aims once more to show each verdict with the values that it read.
 */
public final class Explanation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableStore store;
  private final Settings settings;
  private final Edition edition;
  private final RuleBook book;

  public Explanation(TableStore store, Settings settings, Edition edition, RuleBook book) {
    this.store = store;
    this.settings = settings;
    this.edition = edition;
    this.book = book;
  }

  /** What was found of a learner at a provider. */
  public record Findings(int ukprn, String learner, List<ExplainedAim> aims, String absence) {
    public boolean found() {
      return !aims.isEmpty();
    }
  }

  /**
   * One aim.
   *
   * @param aim its row of {@code aim}
   * @param missing why the return after its last one does not have it; empty where it does
   * @param reports its verdicts, one a report type that counts it
   */
  public record ExplainedAim(Row aim, String missing, List<Verdict> reports) {}

  /**
   * An aim in one report.
   *
   * @param judged its row of {@code qar_aim}
   * @param rules every rule of the report, in order
   * @param cells the counts of its provider that it is part of
   */
  public record Verdict(Row judged, List<Tried> rules, List<Row> cells) {}

  /** One rule tried on one aim. */
  public record Tried(
      String id,
      String label,
      String clause,
      String because,
      String condition,
      boolean held,
      Map<String, String> reads) {}

  /**
   * Finds a learner's aims by any reference number they were returned under, or by ULN.
   *
   * @throws org.openqar.tables.TableMissingException if no run was made
   */
  public Findings of(int ukprn, SoughtLearner learner) {
    Column atProvider =
        col("ukprn")
            .equalTo(ukprn)
            .or(exists(col("history"), record -> record.getField("returned_ukprn").equalTo(ukprn)));
    Column isLearner =
        col("uln")
            .equalTo(col("sought_uln"))
            .or(
                exists(
                    col("history"),
                    record ->
                        record.getField("learn_ref_number").equalTo(col("sought_reference"))));
    Dataset<Row> ofProvider = ours(Tables.AIM).where(atProvider);
    Dataset<Row> aims =
        ofProvider
            .join(broadcast(sought(ofProvider.sparkSession(), learner)), isLearner)
            .select(Tables.AIM.columns());
    List<ExplainedAim> explained = explained(aims);
    return new Findings(
        ukprn, learner.shown(), explained, explained.isEmpty() ? absence(ukprn, learner) : "");
  }

  /**
   * Finds one aim by its id in {@code aim} and {@code qar_aim}.
   *
   * @throws org.openqar.tables.TableMissingException if no run was made
   */
  public Findings of(int ukprn, String aimId) {
    Dataset<Row> aims =
        ours(Tables.AIM).where(col("ukprn").equalTo(ukprn).and(col("aim_id").equalTo(aimId)));
    List<ExplainedAim> explained = explained(aims);
    return new Findings(
        ukprn,
        "of aim " + aimId,
        explained,
        explained.isEmpty()
            ? "Provider %d has no aim of this id under this edition and report year; qar_aim lists them."
                .formatted(ukprn)
            : "");
  }

  private List<ExplainedAim> explained(Dataset<Row> aims) {
    Map<String, List<Verdict>> verdicts = verdicts(aims);
    List<Row> found =
        aims.orderBy("learn_start_date", "aim_type", "learn_aim_ref", "aim_id").collectAsList();
    Map<String, String> missing = missing(found);
    return found.stream()
        .map(
            aim -> {
              String id = aim.getAs("aim_id");
              return new ExplainedAim(
                  aim, missing.getOrDefault(id, ""), verdicts.getOrDefault(id, List.of()));
            })
        .toList();
  }

  /** Why some aims are missing from the return after their last one, by their ids. */
  private Map<String, String> missing(List<Row> aims) {
    List<Row> lost =
        aims.stream()
            .filter(aim -> aim.<Integer>getAs("last_year_returned") < settings.lastLoadedYear())
            .toList();
    if (lost.isEmpty()) {
      return Map.of();
    }
    List<Row> others = othersOf(lost);
    List<RefusedFile> files = RefusedFile.in(store);
    List<RefusedRecord> records =
        RefusedRecord.near(store, lost.stream().filter(NearMiss::isMissing).toList());
    Map<String, String> missing = new HashMap<>();
    lost.forEach(
        aim ->
            new NearMiss(aim, files)
                .told(others, records)
                .ifPresent(told -> missing.put(aim.getAs("aim_id"), told)));
    return missing;
  }

  /** All aims of some aims' learners at their providers. */
  private List<Row> othersOf(List<Row> aims) {
    Dataset<Row> all = ours(Tables.AIM);
    Dataset<Row> learners =
        all.sparkSession()
            .createDataFrame(
                aims.stream()
                    .map(aim -> RowFactory.create(aim.getAs("ukprn"), aim.getAs("learner")))
                    .distinct()
                    .toList(),
                new StructType()
                    .add("ukprn", DataTypes.IntegerType)
                    .add("learner", DataTypes.StringType));
    return all.join(
            broadcast(learners),
            CollectionConverters.asScala(List.of("ukprn", "learner")).toSeq(),
            "left_semi")
        .select(Tables.AIM.columns())
        .collectAsList();
  }

  /** One row. As a literal, the number would stand in plans, and so in logs and event logs. */
  private static Dataset<Row> sought(SparkSession spark, SoughtLearner learner) {
    return spark.createDataFrame(
        List.of(RowFactory.create(learner.reference(), learner.uln().orElse(null))),
        new StructType()
            .add("sought_reference", DataTypes.StringType)
            .add("sought_uln", DataTypes.StringType));
  }

  /** The verdicts on each aim, one a report type that counts it. */
  private Map<String, List<Verdict>> verdicts(Dataset<Row> aims) {
    Map<List<String>, Row> judged =
        ours(Tables.QAR_AIM)
            .join(aims.select("aim_id"), "aim_id")
            .select(Tables.QAR_AIM.columns())
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(
                    row -> List.of(row.getAs("aim_id"), row.getAs("report_type")), row -> row));
    Map<String, List<Verdict>> verdicts = new HashMap<>();
    book.judge(aims)
        .select(col("aim_id"), col("report_type"), book.trail().as("trail"))
        .collectAsList()
        .forEach(
            row -> {
              Row verdict = judged.get(List.of(row.getString(0), row.getString(1)));
              if (verdict != null) {
                verdicts
                    .computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                    .add(new Verdict(verdict, tried(row.getList(2)), cells(verdict)));
              }
            });
    return verdicts;
  }

  private List<Tried> tried(List<Row> trail) {
    Map<String, Rule> byId =
        book.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
    return trail.stream()
        .map(
            step -> {
              Rule rule = byId.get(step.<String>getAs("rule"));
              return new Tried(
                  rule.id(),
                  rule.label(),
                  rule.clause().toString(),
                  rule.because(),
                  book.condition(rule).text(),
                  step.getAs("held"),
                  reads(rule, step));
            })
        .toList();
  }

  private Map<String, String> reads(Rule rule, Row step) {
    Map<String, String> values = step.getJavaMap(step.fieldIndex("reads"));
    Map<String, String> inOrder = new LinkedHashMap<>();
    book.condition(rule).reads().forEach(term -> inOrder.put(term.name(), values.get(term.name())));
    return inOrder;
  }

  /** The provider's cells that an aim is counted in, in either measure. */
  private List<Row> cells(Row judged) {
    Column counted = lit(false);
    if ("QAR Inclusion".equals(judged.getAs("qar_status"))
        && !isKept(judged, judged.<Integer>getAs("hybrid_end_year"))) {
      counted = counted.or(of("overall", judged.<Integer>getAs("hybrid_end_year")));
    }
    if (judged.<Boolean>getAs("timely_cohort")
        && !isKept(judged, judged.<Integer>getAs("timely_year"))) {
      counted = counted.or(of("timely", judged.<Integer>getAs("timely_year")));
    }
    Column cell = lit(false);
    for (Breakdown breakdown : Breakdown.ALL) {
      List<Object> values =
          breakdown.columns().stream().map(name -> judged.<Object>getAs(name)).toList();
      if (!values.contains(null)) {
        cell =
            cell.or(
                col("dimension")
                    .equalTo(breakdown.dimension())
                    .and(col("value").equalTo(lit(breakdown.value(values)))));
      }
    }
    return ours(Tables.QAR_PROVIDER)
        .where(
            col("report_type")
                .equalTo(lit(judged.<String>getAs("report_type")))
                .and(counted)
                .and(col("ukprn").equalTo(lit(judged.<Integer>getAs("ukprn"))))
                .and(cell))
        .select(
            "measure",
            "year",
            "dimension",
            "value",
            "leavers",
            "completers",
            "achievers",
            "achievement_rate")
        .orderBy("measure", "dimension", "value")
        .collectAsList();
  }

  /** Whether the figures of a report and year are not this edition's, but kept as published. */
  private boolean isKept(Row judged, int year) {
    return year < settings.reportYear()
        && edition.history().asPublished().contains(judged.<String>getAs("report_type"));
  }

  private static Column of(String measure, int year) {
    return col("measure").equalTo(measure).and(col("year").equalTo(year));
  }

  private String absence(int ukprn, SoughtLearner learner) {
    Dataset<Row> ofProvider =
        store.read(Tables.RETURNED_LEARNER).where(col("ukprn").equalTo(ukprn));
    Dataset<Row> learners =
        ofProvider.join(
            broadcast(sought(ofProvider.sparkSession(), learner)),
            col("learn_ref_number")
                .equalTo(col("sought_reference"))
                .or(col("uln").equalTo(col("sought_uln"))));
    List<Row> returned =
        learners
            .select("funding_year", "return_number")
            .distinct()
            .orderBy("funding_year", "return_number")
            .collectAsList();
    if (returned.isEmpty()) {
      String made = keyCheck();
      if (!made.equals(learner.keyCheck().orElse(""))) {
        return made.isEmpty()
            ? "The tables hold learners' numbers as they were returned: leave the key out."
            : "The tables hold pseudonyms: give the key that they were made with, by --pseudonym-key-file.";
      }
      return "Provider %d has no such learner in any return that counts.%s"
          .formatted(ukprn, notRead(ukprn));
    }
    return "The learner is in %s of provider %d, but no aim is judged: only aims with a LearnAimRef in final returns (R14) of %s are, once a run has been made for this edition and report year.%s"
        .formatted(
            returned.stream()
                .map(row -> "R%02d of %s".formatted(row.getInt(1), new AcademicYear(row.getInt(0))))
                .collect(Collectors.joining(", ")),
            ukprn,
            settings.loadedYears(),
            refused(learners));
  }

  /** The provider's files that were refused, a sentence each. */
  private String notRead(int ukprn) {
    return RefusedFile.in(store).stream()
        .filter(file -> file.isOf(List.of(ukprn)))
        .map(file -> " " + file.told())
        .collect(Collectors.joining());
  }

  /** Why aims of some returned learners are in no aim, year by year. */
  private String refused(Dataset<Row> learners) {
    return learners
        .select("return_id", "learner_no")
        .join(
            RefusedRecord.issues(store),
            col("return_id")
                .equalTo(col("issue_return"))
                .and(col("learner_no").equalTo(col("issue_learner"))))
        .select("issue_year", "message")
        .distinct()
        .orderBy("issue_year", "message")
        .collectAsList()
        .stream()
        .map(row -> " Of %s: %s".formatted(new AcademicYear(row.getInt(0)), row.getString(1)))
        .collect(Collectors.joining());
  }

  /** Of the key that the newest run read the returns with; no text without one. */
  private String keyCheck() {
    return store
        .read(Tables.RUN)
        .orderBy(col("finished_at").desc())
        .select("key_check")
        .head()
        .getString(0);
  }

  /** The explanation for people. */
  public String prose(Findings findings) {
    return new ExplanationProse(settings, edition).of(findings);
  }

  /** The same for programs: one JSON object. */
  public String json(Findings findings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("ukprn", findings.ukprn());
    root.put("learner", findings.learner());
    root.put("edition", edition.edition());
    root.put("report_year", settings.reportYear());
    if (!findings.found()) {
      root.put("absence", findings.absence());
    }
    ArrayNode aims = root.putArray("aims");
    for (ExplainedAim explained : findings.aims()) {
      ObjectNode aim = aims.addObject();
      aim.set("aim", tree(explained.aim()));
      if (!explained.missing().isEmpty()) {
        aim.put("missing", explained.missing());
      }
      ArrayNode reports = aim.putArray("reports");
      for (Verdict verdict : explained.reports()) {
        ObjectNode report = reports.addObject();
        report.set("judged", tree(verdict.judged()));
        report.set("rules", JSON.valueToTree(verdict.rules()));
        ArrayNode counted = report.putArray("counted_in");
        verdict.cells().forEach(cell -> counted.add(tree(cell)));
      }
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(Row row) {
    try {
      return JSON.readTree(row.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Dataset<Row> ours(Table table) {
    return store.read(table, KeyRange.of(edition.edition(), settings.reportYear()));
  }
}
