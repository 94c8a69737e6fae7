package org.openqar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  private PackageAttack attack;

  @BeforeAll
  void publish() {
    publish("none");
    attack =
        new PackageAttack(temp.resolve("none"), SampleRun.store(), KeyRange.of("2024-25", 2024));
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
    return attack.on(temp.resolve(policy.name()), policy);
  }
}
