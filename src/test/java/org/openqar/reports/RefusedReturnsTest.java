package org.openqar.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;

/** What {@code qar explain} says of an aim whose next record, or next return, was refused. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedReturnsTest {
  private static final int SOUND = 10000001;
  private static final int REFUSED = 10000002;
  private static final int NEVER_READ = 10000003;
  private static final String MISSING = "Returned in 2022/23 R14, not matched in 2023/24; ";
  private static final String BIRTH = "2001-04-17";

  @TempDir private static Path temp;

  @BeforeAll
  void runOnce() throws IOException {
    IlrXml first = IlrXml.of(SOUND, 2022);
    IlrXml second = IlrXml.of(SOUND, 2023);
    learner(first, "UNNAMED", "1000000001").aim(aim());
    learner(second, "UNNAMED", "1000000001").aim(aim("LearnAimRef", null));
    learner(first, "KIND", "1000000002").aim(aim());
    learner(second, "KIND", "1000000002").aim(aim("AimType", "one"));
    learner(first, "NUMBER", "1000000003").aim(aim("StdCode", "117"));
    learner(second, null, null).aim(aim("StdCode", "117"));
    learner(second, "NEW", "1000000004").aim(aim("LearnAimRef", null));
    learner(first, "GONE", "1000000005").aim(aim("StdCode", "118"));
    // The same key, but born on another day.
    second
        .learner("LearnRefNumber", null, "ULN", "9999999999", "DateOfBirth", "1999-01-01")
        .aim(aim("StdCode", "118"));
    first.writeBelow(temp.resolve("returns"));
    second.writeBelow(temp.resolve("returns"));
    IlrXml before = IlrXml.of(REFUSED, 2022);
    learner(before, "TORN", "1000000006").aim(aim());
    before.writeBelow(temp.resolve("returns"));
    tear(learner(IlrXml.of(REFUSED, 2023), "TORN", "1000000006").aim(aim()));
    tear(learner(IlrXml.of(NEVER_READ, 2023), "NEVER", "1000000007").aim(aim()));
    List<String> arguments = new ArrayList<>(List.of("run", "--conf", "conf", "--to", "measures"));
    arguments.addAll(List.of("--report-year", "2023"));
    arguments.addAll(where());
    CommandLineRun done = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals(3, done.code(), done.err());
  }

  @Test
  void aRecordWithoutALearnAimRefIsTheNearest() {
    assertExplained(
        "UNNAMED",
        MISSING
            + "the nearest record there (learner 1, aim 1 of ILR-10000001-2324-20241014-101500-01.xml)"
            + " was refused: LearnAimRef is missing; the aim is in no report: return it."
            + " It differs in LearnAimRef (none there, ZPROG001 here).");
  }

  @Test
  void aRecordOfAnUnreadableKindIsTheNearest() {
    assertExplained(
        "KIND",
        "differs in AimType (unreadable there, 1 here). Without a readable AimType it is in no"
            + " report.");
  }

  @Test
  void aRecordOfNobodyCouldBeIt() {
    assertExplained(
        "NUMBER",
        "a record there that could be it (learner 3, aim 1 of",
        "was refused: There is neither a LearnRefNumber nor a ULN of one learner;");
  }

  @Test
  void aRecordOfSomebodyBornOnAnotherDayIsNotIt() {
    assertExplained("GONE", MISSING + "the learner has no other new aim there.");
  }

  @Test
  void aLearnerOfWhomEveryRecordWasRefusedIsToldWhy() {
    CommandLineRun run = explain(SOUND, "NEW");
    assertEquals(1, run.code());
    assertTold(
        run.out(),
        "The learner is in R14 of 2023/24",
        "Of 2023/24: LearnAimRef is missing; the aim is in no report: return it.");
  }

  @Test
  void aRefusedReturnIsToldWithItsReason() {
    CommandLineRun run = explain(REFUSED, "TORN");
    assertEquals(0, run.code(), run.err());
    assertTold(
        run.out(),
        "Returned in 2022/23 R14; no final return of 2023/24 counts: ILR-10000002-2324-",
        ".xml was refused: ");
  }

  @Test
  void aLearnerWhoCouldStandInARefusedReturnIsToldOfIt() {
    CommandLineRun run = explain(NEVER_READ, "NEVER");
    assertEquals(1, run.code());
    assertTold(run.out(), "has no such learner in any return that counts. ILR-10000003-2324-");
  }

  @Test
  void programsAreToldToo() throws IOException {
    JsonNode aim =
        new ObjectMapper()
            .readTree(explain(SOUND, "UNNAMED", "--format", "json").out())
            .at("/aims/0");
    assertTrue(aim.get("missing").asText().startsWith(MISSING), aim::toPrettyString);
  }

  private static void assertExplained(String reference, String... parts) {
    CommandLineRun run = explain(SOUND, reference);
    assertEquals(0, run.code(), run.err());
    assertTold(run.out(), parts);
  }

  private static void assertTold(String out, String... parts) {
    for (String part : parts) {
      assertTrue(out.contains(part), part + " is not in\n" + out);
    }
    assertFalse(out.contains(BIRTH), out);
    assertFalse(out.contains("10000000"), "a ULN is told: " + out);
  }

  private static CommandLineRun explain(int ukprn, String learner, String... more) {
    List<String> arguments = new ArrayList<>(List.of("explain", "--conf", "conf"));
    arguments.addAll(List.of("--ukprn", String.valueOf(ukprn), "--learner", learner));
    arguments.addAll(List.of("--report-year", "2023"));
    arguments.addAll(List.of("--warehouse", temp.resolve("warehouse").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static List<String> where() throws IOException {
    Path reference = Files.createDirectories(temp.resolve("reference"));
    return List.of(
        "--returns",
        temp.resolve("returns").toString(),
        "--reference",
        reference.toString(),
        "--warehouse",
        temp.resolve("warehouse").toString());
  }

  private static IlrXml learner(IlrXml xml, String reference, String uln) {
    return xml.learner("LearnRefNumber", reference, "ULN", uln, "DateOfBirth", BIRTH);
  }

  /** Leaves the second half of a return out. */
  private static void tear(IlrXml xml) throws IOException {
    Path file = xml.writeBelow(temp.resolve("returns"));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("<LearnAimRef>")));
  }

  /** A programme on a standard, in learning; later pairs of name and text win. */
  private static String[] aim(String... changes) {
    List<String> elements =
        new ArrayList<>(
            List.of(
                "LearnAimRef", "ZPROG001",
                "AimType", "1",
                "LearnStartDate", "2022-09-05",
                "LearnPlanEndDate", "2025-07-31",
                "FundModel", "36",
                "ProgType", "25",
                "StdCode", "105",
                "CompStatus", "1"));
    for (int i = 0; i < changes.length; i += 2) {
      elements.set(elements.indexOf(changes[i]) + 1, changes[i + 1]);
    }
    return elements.toArray(String[]::new);
  }
}
