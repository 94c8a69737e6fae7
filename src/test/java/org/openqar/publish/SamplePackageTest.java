package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.tables.KeyRange;

/** What somebody finds out who has the packages of the sample run. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePackageTest {
  @TempDir private static Path temp;

  private Map<String, Counts> truth;
  private Map<String, List<Nesting>> nestings;
  private final Map<String, String> types = new HashMap<>();

  @BeforeAll
  void publish() throws IOException {
    publish("none");
    truth = PackageCells.truth(temp.resolve("none"));
    Cells cells = new Cells(SampleRun.store(), KeyRange.of("2024-25", 2024));
    nestings = cells.nestings();
    Filter type = Filter.of(Cells.PROVIDER_TYPE, "");
    cells
        .providerTypes()
        .forEach((ukprn, name) -> types.put(String.valueOf(ukprn), type.item(name)));
  }

  private static void publish(String policy) {
    CommandLineRun run =
        CommandLineRun.of(
            "publish",
            "--conf",
            "conf",
            "--warehouse",
            SampleRun.warehouse().toString(),
            "--policy",
            policy,
            "--out",
            temp.resolve(policy).toString());
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void nothingIsFoundOutUnderStrict() throws IOException {
    Findings found = attack(Policy.STRICT);
    assertEquals(List.of(), found.recovered());
    assertEquals(List.of(), found.narrowed());
  }

  @Test
  void muchIsFoundOutUnderTheDepartmentsPractice() throws IOException {
    Findings found = attack(Policy.DFE_NARTS);
    System.out.printf(
        "dfe-narts: %d small counts recovered from %d cells of the samples%n",
        found.recovered().size(), found.cells());
    assertTrue(found.recovered().size() > 100, found.recovered().size() + " recovered");
  }

  private Findings attack(Policy policy) throws IOException {
    publish(policy.name());
    List<PublishedCell> all = PackageCells.in(temp.resolve(policy.name()));
    List<String> recovered = new ArrayList<>();
    List<String> narrowed = new ArrayList<>();
    for (String reportType : nestings.keySet()) {
      Findings found =
          Findings.of(
              all.stream().filter(cell -> cell.system().startsWith(reportType + " ")).toList(),
              new Attack.Knowledge(policy, types, known(reportType)),
              truth);
      recovered.addAll(found.recovered());
      narrowed.addAll(found.narrowed());
    }
    return new Findings(recovered, narrowed, 0, all.size());
  }

  /** What lies within what, by the names of the files. */
  private List<Nesting> known(String reportType) {
    return nestings.get(reportType).stream()
        .map(
            nesting -> {
              Filter inner = Filter.of(nesting.inner(), reportType);
              Filter outer = Filter.of(nesting.outer(), reportType);
              Map<String, String> outerOf = new HashMap<>();
              nesting.outerOf().forEach((in, out) -> outerOf.put(inner.item(in), outer.item(out)));
              return new Nesting(inner.column(), outer.column(), outerOf);
            })
        .toList();
  }
}
