package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.support.SparkTest.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.messages.UserException;
import org.openqar.privacy.PseudonymKey;
import org.openqar.privacy.Pseudonyms;

@DisplayName("Under a key the reader")
class PseudonymReadingTest {
  private static final String KEY = "the secret of this test, long enough";

  private static final String LEARNER =
      "<LearnRefNumber>REF-1</LearnRefNumber><PrevLearnRefNumber>REF-0</PrevLearnRefNumber>"
          + "<ULN>1000000019</ULN><Sex>F</Sex><LearningDelivery><AimType>1</AimType>"
          + "<SWSupAimId>REF-1</SWSupAimId></LearningDelivery>";
  private static final String DESTINATION =
      "<LearnerDestinationandProgression><LearnRefNumber> REF-1 </LearnRefNumber>"
          + "<ULN>1000000019</ULN></LearnerDestinationandProgression>";

  @TempDir private Path temp;

  private Path file;
  private PseudonymKey key;
  private Pseudonyms pseudonyms;

  @BeforeEach
  void key() throws IOException {
    file = Files.writeString(temp.resolve("key"), KEY);
    key = PseudonymKey.read(file.toString(), new Configuration(false));
    pseudonyms = new Pseudonyms(key);
  }

  @Test
  @DisplayName("gives pseudonyms of a learner's numbers and leaves the rest as it is")
  void learner() {
    Row learner = Reading.ofLearner(LEARNER).key(key).learner();
    assertEquals(pseudonyms.reference("REF-1"), learner.getAs("learn_ref_number"));
    assertEquals(pseudonyms.reference("REF-0"), learner.getAs("prev_learn_ref_number"));
    assertEquals(pseudonyms.uln("1000000019"), learner.getAs("uln"));
    assertEquals("F", learner.getAs("sex"));
    Row aim = Reading.list(learner, "learning_delivery").get(0);
    assertEquals(pseudonyms.aim("REF-1"), aim.getAs("sw_sup_aim_id"));
    assertEquals("1", aim.getAs("aim_type"));
  }

  @Test
  @DisplayName("gives a destination the pseudonyms of its learner")
  void destination() {
    Row destination =
        Reading.ofBody("<Learner/>" + DESTINATION).key(key).rows("destination").get(0);
    assertEquals(pseudonyms.reference("REF-1"), destination.getAs("learn_ref_number"));
    assertEquals(pseudonyms.uln("1000000019"), destination.getAs("uln"));
  }

  @Test
  @DisplayName("does so for names in another case and for texts in pieces")
  void otherSpellings() {
    Row learner =
        Reading.ofLearner("<learnrefnumber>RE<!-- -->F<![CDATA[-1]]></learnrefnumber>")
            .key(key)
            .learner();
    assertEquals(pseudonyms.reference("REF-1"), learner.getAs("learn_ref_number"));
  }

  @Test
  @DisplayName("keeps unknown, unreadable and absent numbers distinct")
  void noNumbers() {
    assertEquals("9999999999", number("<ULN>9999999999</ULN>", "uln"));
    assertEquals("unreadable", number("<ULN>Jane Doe</ULN>", "uln"));
    assertEquals(null, number("<ULN> </ULN>", "uln"));
    assertEquals(null, number("<LearnRefNumber/>", "learn_ref_number"));
  }

  private String number(String element, String column) {
    return Reading.ofLearner(element).key(key).learner().getAs(column);
  }

  @Test
  @DisplayName("takes the key from the file that the option names, in SQL too")
  void option() throws IOException {
    Path xml = Files.write(temp.resolve("one.xml"), Reading.ofLearner(LEARNER).bytes());
    Dataset<Row> hidden =
        spark()
            .read()
            .format("ilr")
            .option("pseudonymKeyFile", file.toString())
            .load(xml.toString());
    List<Row> expected = hidden.select("uln", "learn_ref_number").collectAsList();
    assertEquals(
        "[[%s,%s]]".formatted(pseudonyms.uln("1000000019"), pseudonyms.reference("REF-1")),
        expected.toString());
    assertEquals(
        expected,
        spark()
            .sql(
                "SELECT uln, learn_ref_number FROM ilr.`%s` WITH ('pseudonymKeyFile' = '%s')"
                    .formatted(xml, file))
            .collectAsList());
    assertFalse(hidden.queryExecution().toString().contains(KEY));
    assertTrue(hidden.queryExecution().executedPlan().toString().contains("pseudonyms"));
  }

  @Test
  @DisplayName("refuses an unreadable key before it reads anything")
  void noKey() throws IOException {
    Path xml = Files.write(temp.resolve("one.xml"), Reading.ofLearner(LEARNER).bytes());
    for (String wrong : List.of("", temp.resolve("none").toString())) {
      Exception refused =
          assertThrows(
              UserException.class,
              () ->
                  spark()
                      .read()
                      .format("ilr")
                      .option("pseudonymKeyFile", wrong)
                      .load(xml.toString()));
      assertTrue(refused.getMessage().contains("seudonym key file"), refused.getMessage());
    }
  }

  @Test
  @DisplayName("shares a scan with one of the same key only, and shows none")
  void scans() throws IOException {
    Path xml = Files.write(temp.resolve("one.xml"), Reading.ofLearner(LEARNER).bytes());
    Path other = Files.writeString(temp.resolve("other"), KEY + ", and another");
    Path same = Files.writeString(temp.resolve("same"), KEY + "\n");
    IlrTable table = new IlrTable(new CaseInsensitiveStringMap(Map.of("path", xml.toString())));
    Scan hidden = scan(table, file);
    assertEquals(hidden, scan(table, same));
    assertEquals(hidden.hashCode(), scan(table, same).hashCode());
    assertNotEquals(hidden, scan(table, other));
    Scan open = table.newScanBuilder(CaseInsensitiveStringMap.empty()).build();
    assertNotEquals(hidden, open);
    assertFalse((hidden + hidden.description() + hidden.toBatch()).contains(KEY));
    assertFalse(hidden.toBatch().createReaderFactory().toString().contains(KEY));
  }

  private static Scan scan(IlrTable table, Path key) {
    return table
        .newScanBuilder(new CaseInsensitiveStringMap(Map.of("pseudonymKeyFile", key.toString())))
        .build();
  }

  @Test
  @DisplayName("has its key on the executors, which cannot read the file")
  void travels() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(key);
    }
    Files.delete(file);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      assertEquals(key, in.readObject());
    }
  }
}
