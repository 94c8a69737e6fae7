package org.openqar.oracle;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.Vectors;

/**
 * The specification's worked cases of several records hold in the oracle; none is left out. So do
 * our own, which hold the job in place too.
 */
class OracleRecordsTest {
  /** The specification's, and our own of a whole edition or of the other key. */
  private static final Map<String, List<Vectors.Case>> CHAINS =
      new TreeMap<>(
          Stream.of(
                  Vectors.of("chains.csv"),
                  Vectors.of(Path.of("src/test/resources/matching/cases.csv")),
                  Vectors.of(Path.of("src/test/resources/matching/moves.csv")))
              .flatMap(List::stream)
              .filter(record -> List.of("", "match=LRN").contains(orEmpty(record, "switches")))
              .collect(groupingBy(Vectors.Case::id)));

  static List<String> chains() {
    return List.copyOf(CHAINS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void severalRecords(String id) {
    List<Vectors.Case> records = CHAINS.get(id);
    Vectors.Case first = records.get(0);
    Switches switches =
        Switches.ofEdition(
            Integer.parseInt(first.get("edition").substring(0, 4)),
            changed -> {
              if ("match=LRN".equals(first.get("switches"))) {
                changed.matchKey = Switches.MatchKey.LRN;
              }
            });
    Oracle oracle = Oracle.of(sectorOf(records), switches, first.number("report_year"));
    List<Vectors.Case> expected =
        records.stream()
            .filter(record -> record.get("expect_status") != null)
            .filter(record -> !record.get("expect_status").equals("none"))
            .toList();
    assertEquals(expected.size(), oracle.verdicts().size(), () -> oracle.verdicts().toString());
    assertAll(expected.stream().map(record -> () -> assertRecord(record, oracle)));
  }

  private static void assertRecord(Vectors.Case record, Oracle oracle) {
    Verdict verdict =
        oracle.verdicts().stream()
            .filter(v -> isOf(v.current(), record))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No aim comes of " + record.cells()));
    Integer ukprn = record.number("expect_ukprn");
    assertAll(
        () ->
            assertEquals(
                ukprn == null ? record.number("ukprn") : ukprn, verdict.provider(), "provider"),
        () -> assertEquals(record.get("expect_status"), verdict.status()),
        () ->
            assertEquals(record.number("expect_hybrid_end_year"), verdict.hybridEndYear(), "year"),
        () ->
            assertEquals(
                orEmpty(record, "expect_exclusions").replace("X-DQ", "X-DATA"),
                verdict.status().equals(Verdict.CONTINUING)
                    ? ""
                    : OracleVectorsTest.codes(verdict)),
        () -> assertEquals(record.get("expect_overdue"), OracleVectorsTest.overdue(verdict)),
        () -> assertEquals(record.number("expect_completer") == 1, verdict.completer()),
        () -> assertEquals(record.number("expect_achiever") == 1, verdict.achiever()));
  }

  private static Sector sectorOf(List<Vectors.Case> records) {
    SectorBuilder sector = new SectorBuilder();
    for (Vectors.Case record : records) {
      sector.finalReturns(record.number("ukprn"), 2005, 2030);
      Set<String> fams = new HashSet<>();
      if ("1".equals(record.get("restart"))) {
        fams.add("RES 1");
      }
      if ("1".equals(record.get("loan"))) {
        fams.add("ADL 1");
      }
      sector.aim(
          record.number("ukprn"),
          record.number("return_year"),
          Integer.parseInt(record.get("return").substring(1)),
          SectorBuilder.elements(
              "LearnRefNumber", record.get("learn_ref_number"),
              "PrevLearnRefNumber", record.get("prev_learn_ref_number"),
              "PrevUKPRN", record.get("prev_ukprn"),
              "PMUKPRN", record.get("pm_ukprn"),
              "ULN", record.get("uln")),
          record.get("nlm") == null ? Set.of() : Set.of("NLM " + record.get("nlm")),
          SectorBuilder.elements(
              "LearnAimRef", record.get("learn_aim_ref"),
              "AimType", record.get("aim_type"),
              "AimSeqNumber", record.get("aim_seq_number"),
              "FundModel", record.get("fund_model"),
              "ProgType", record.get("prog_type"),
              "FworkCode", record.get("fwork_code"),
              "PwayCode", record.get("pway_code"),
              "StdCode", record.get("std_code"),
              "LearnStartDate", record.get("learn_start_date"),
              "OrigLearnStartDate", record.get("orig_learn_start_date"),
              "LearnPlanEndDate", record.get("learn_plan_end_date"),
              "CompStatus", record.get("comp_status"),
              "LearnActEndDate", record.get("learn_act_end_date"),
              "WithdrawReason", record.get("withdraw_reason"),
              "Outcome", record.get("outcome"),
              "AchDate", record.get("ach_date")),
          fams,
          List.of());
    }
    Vectors.Case first = records.get(0);
    if (first.get("mergers") != null) {
      String[] parts = first.get("mergers").split("[>@]");
      sector.merger(provider(parts[0]), provider(parts[1]), Integer.parseInt(parts[2]));
    }
    if (first.get("foundation_standards") != null) {
      sector.foundation(first.number("foundation_standards"));
    }
    if (first.get("missing_returns") != null) {
      String[] missing = first.get("missing_returns").split("@");
      sector.missing(provider(missing[0]), Integer.parseInt(missing[1]));
    }
    return sector.sector();
  }

  /** A UKPRN of the cases, or its last digits. */
  private static int provider(String text) {
    return 10_000_000 + Integer.parseInt(text) % 100;
  }

  /** Whether an aim has the record's values; what cannot be read is not there. */
  private static boolean isOf(Seen aim, Vectors.Case record) {
    return aim.source.learner().get("LearnRefNumber").equals(record.get("learn_ref_number"))
        && Objects.equals(
            Seen.realUln(aim.source.learner().get("ULN")), Seen.realUln(record.get("uln")))
        && Objects.equals(aim.start, Seen.dayOf(record.get("learn_start_date")))
        && Objects.equals(aim.stdCode, Seen.wholeOf(record.get("std_code")))
        && Objects.equals(aim.pwayCode, Seen.wholeOf(record.get("pway_code")));
  }

  private static String orEmpty(Vectors.Case record, String column) {
    return record.get(column) == null ? "" : record.get(column);
  }
}
