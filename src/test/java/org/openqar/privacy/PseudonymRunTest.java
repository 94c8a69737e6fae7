package org.openqar.privacy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** An invented sector, computed with real numbers and with pseudonyms. */
@Tag("long")
@DisplayName("Under a key")
class PseudonymRunTest {
  /** The columns that hold a pseudonym or a value made from one. */
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "aim_id",
          "uln",
          "learn_ref_number",
          "learner",
          "restart_aim_id",
          "other_aim_id",
          "transfer_aim_id",
          "earlier_segments",
          "history",
          "loaded_at");

  @TempDir private static Path temp;

  private static TableStore open;
  private static TableStore hidden;
  private static Pseudonyms pseudonyms;

  @BeforeAll
  static void runTwice() throws IOException {
    Path sector = temp.resolve("sector");
    CommandLineRun invented =
        CommandLineRun.of(
            "simulate", "--out", sector.toString(), "--providers", "4", "--learners", "240");
    assertEquals(0, invented.code(), invented.err());
    Path key = Files.writeString(temp.resolve("key"), "a key for an invented sector, long enough");
    Files.writeString(temp.resolve("other key"), "another key, which no table was made with");
    pseudonyms = new Pseudonyms(PseudonymKey.read(key.toString(), new Configuration(false)));
    run(sector, "open", "");
    run(sector, "hidden", key.toString());
    open = new TableStore(SparkTest.spark(), temp.resolve("open").toString());
    hidden = new TableStore(SparkTest.spark(), temp.resolve("hidden").toString());
  }

  private static void run(Path sector, String warehouse, String key) {
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            sector.resolve("returns").toString(),
            "--reference",
            sector.resolve("reference").toString(),
            "--warehouse",
            temp.resolve(warehouse).toString(),
            "--set",
            "privacy.pseudonym-key-file='" + key + "'",
            "--to",
            "measures");
    assertEquals(0, run.code(), run.err());
  }

  @Test
  @DisplayName("every aim has the same records and the same result as without one")
  void aims() {
    assertSame(Tables.AIM, records());
    assertTrue(hidden.read(Tables.AIM).where("size(history) > 2").count() > 100);
    assertTrue(
        hidden
                .read(Tables.AIM)
                .where("exists(history, r -> r.learn_ref_number != learn_ref_number)")
                .count()
            > 0,
        "the sector has no learner whose number changed");
  }

  /** Returns the records of an aim, in order, and how each was matched. */
  private static Column records() {
    return transform(
            col("history"),
            record ->
                struct(
                    Stream.of("return_id", "learner_no", "delivery_no", "matched_by", "counts")
                        .map(name -> record.getField(name).as(name))
                        .toArray(Column[]::new)))
        .as("records");
  }

  @Test
  @DisplayName("every verdict and figure is the same as without one")
  void figures() {
    for (Table table :
        List.of(Tables.QAR_AIM, Tables.QAR_PROVIDER, Tables.QAR_NATIONAL, Tables.RETURN_FILE)) {
      assertSame(table);
    }
  }

  private static void assertSame(Table table, Column... more) {
    List<Row> expected = rows(open, table, more);
    List<Row> found = rows(hidden, table, more);
    assertFalse(expected.isEmpty(), table.name());
    assertEquals(
        String.join("\n", expected.stream().map(Row::toString).toList()),
        String.join("\n", found.stream().map(Row::toString).toList()),
        table.name());
  }

  private static List<Row> rows(TableStore store, Table table, Column... more) {
    Column[] plain =
        table.columnNames().stream()
            .filter(name -> !IDENTIFIERS.contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column[] all = Arrays.copyOf(plain, plain.length + more.length);
    System.arraycopy(more, 0, all, plain.length, more.length);
    Dataset<Row> rows = store.read(table).select(all);
    return rows.collectAsList().stream().sorted(Comparator.comparing(Row::toString)).toList();
  }

  @Test
  @DisplayName("every number is the pseudonym of the number without one")
  void numbers() {
    Dataset<Row> before =
        open.read(Tables.RETURNED_DELIVERY).orderBy("return_id", "learner_no", "delivery_no");
    Dataset<Row> after =
        hidden.read(Tables.RETURNED_DELIVERY).orderBy("return_id", "learner_no", "delivery_no");
    String[] names = {"learn_ref_number", "prev_learn_ref_number", "uln", "sw_sup_aim_id"};
    List<Row> real = columns(before, names);
    List<Row> given = columns(after, names);
    assertEquals(real.size(), given.size());
    for (int i = 0; i < real.size(); i++) {
      Row row = real.get(i);
      assertEquals(
          Arrays.asList(
              row.isNullAt(0) ? null : pseudonyms.reference(row.getString(0)),
              row.isNullAt(1) ? null : pseudonyms.reference(row.getString(1)),
              row.isNullAt(2) ? null : pseudonyms.uln(row.getString(2)),
              row.isNullAt(3) ? null : pseudonyms.aim(row.getString(3))),
          Arrays.asList(
              given.get(i).get(0), given.get(i).get(1), given.get(i).get(2), given.get(i).get(3)));
    }
  }

  private static List<Row> columns(Dataset<Row> rows, String... names) {
    return rows.select(Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new))
        .collectAsList();
  }

  @Test
  @DisplayName("explain finds a learner by the real number and the key, and by the pseudonym")
  void explained() {
    Row aim = open.read(Tables.QAR_AIM).where("uln != '9999999999'").orderBy("aim_id").head();
    String reference = aim.getAs("learn_ref_number");
    String uln = aim.getAs("uln");
    String provider = aim.getAs("ukprn").toString();
    CommandLineRun byReference = explain(provider, reference, "--pseudonym-key-file", key());
    assertEquals(0, byReference.code(), byReference.out());
    assertTrue(byReference.out().contains(pseudonyms.reference(reference)), byReference.out());
    CommandLineRun byUln = explain(provider, uln, "--pseudonym-key-file", key());
    assertEquals(0, byUln.code(), byUln.out());
    assertTrue(byUln.out().contains("pseudonym " + pseudonyms.uln(uln)), byUln.out());
    for (CommandLineRun run : List.of(byReference, byUln)) {
      assertFalse((run.out() + run.err()).contains(reference), run.out());
      assertFalse((run.out() + run.err()).contains(uln), run.out());
      assertFalse((run.out() + run.err()).contains("invented sector"), run.out());
    }
    assertEquals(0, explain(provider, pseudonyms.uln(uln)).code());
    assertEquals(0, explain(provider, pseudonyms.uln(uln), "--pseudonym-key-file", key()).code());
    assertTrue(explain(provider, uln).out().contains("give the key"), "without the key");
    CommandLineRun other =
        explain(provider, uln, "--pseudonym-key-file", temp.resolve("other key").toString());
    assertTrue(other.out().contains("give the key"), other.out() + other.err());
  }

  @Test
  @DisplayName("the numbers that identify nobody find nobody")
  void nobody() {
    Row aim = hidden.read(Tables.QAR_AIM).where("uln IN ('9999999999', 'unreadable')").head();
    String provider = aim.getAs("ukprn").toString();
    for (String number : List.of("9999999999", "unreadable")) {
      CommandLineRun run = explain(provider, number, "--pseudonym-key-file", key());
      assertEquals(1, run.code(), run.out());
      assertTrue(run.out().contains("no such learner"), run.out());
    }
  }

  @Test
  @DisplayName("that cannot be read an explanation ends with one sentence")
  void noKey() {
    CommandLineRun run =
        explain("10000100", "A", "--pseudonym-key-file", temp.resolve("none").toString());
    assertEquals(1, run.code());
    assertTrue(run.err().startsWith("qar: Pseudonym key file"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private static String key() {
    return temp.resolve("key").toString();
  }

  private static CommandLineRun explain(String provider, String learner, String... more) {
    String[] given = {
      "explain",
      "--conf",
      "conf",
      "--warehouse",
      temp.resolve("hidden").toString(),
      "--ukprn",
      provider,
      "--learner",
      learner
    };
    String[] all = Arrays.copyOf(given, given.length + more.length);
    System.arraycopy(more, 0, all, given.length, more.length);
    return CommandLineRun.of(all);
  }
}
