package org.openqar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.rules.RowValues;
import org.openqar.support.CaseRuns;
import org.openqar.support.CaseRuns.Run;
import org.openqar.support.TimelyAims;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/**
 * The worked cases of the timely measure once more, whole: under the last edition that measures it,
 * and under a later one that is told to.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelyPipelineTest {
  private static final int YEAR = 2018;
  private static final List<Run> RUNS =
      List.of(
          new Run("2018-19", Map.of(), YEAR, 0),
          new Run("2024-25", Map.of("timely.measured", "true"), YEAR, 0));

  @TempDir private static Path temp;

  private CaseRuns runs;

  static List<Arguments> cases() {
    return RUNS.stream()
        .flatMap(run -> Vectors.of(TimelyAims.FILE).stream().map(one -> Arguments.of(run, one)))
        .toList();
  }

  @BeforeAll
  void loadAndJudge() {
    runs = new CaseRuns(temp);
    Vectors.of(TimelyAims.FILE).forEach(this::write);
    runs.run(Set.copyOf(RUNS));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void aReturnedAimComesOutAsItWasWorkedOut(Run run, Case one) {
    List<Row> aims = runs.aims(run, provider(one), provider(one));
    assertEquals(1, aims.size(), "aims of the case's provider");
    assertEquals("apprenticeship", aims.get(0).getAs("report_type"));
    TimelyAims.assertComesOut(one, new RowValues(aims.get(0)));
  }

  /** Each case has a provider of its own. */
  private static int provider(Case one) {
    return 32_000_000 + Integer.parseInt(one.id().substring(1));
  }

  private void write(Case one) {
    assertEquals(YEAR, one.number("report_year"));
    boolean standard = one.get("prog_type").equals("25");
    runs.returned(provider(one), one.number("return_year"), "R14")
        .learner("LearnRefNumber", "L1", "ULN", "1000000019", "DateOfBirth", "2000-01-15")
        .aim(
            Stream.of(
                    List.of("LearnAimRef", "ZPROG001", "AimType", "1", "FundModel", "36"),
                    List.of("ProgType", one.get("prog_type")),
                    standard
                        ? List.of("StdCode", "105")
                        : List.of("FworkCode", "403", "PwayCode", "1"),
                    element(one, "LearnStartDate", "learn_start_date"),
                    element(one, "LearnPlanEndDate", "learn_plan_end_date"),
                    element(one, "CompStatus", "comp_status"),
                    element(one, "LearnActEndDate", "learn_act_end_date"),
                    element(one, "Outcome", "outcome"))
                .flatMap(List::stream)
                .toArray(String[]::new));
  }

  private static List<String> element(Case one, String name, String column) {
    return one.get(column) == null ? List.of() : List.of(name, one.get(column));
  }
}
