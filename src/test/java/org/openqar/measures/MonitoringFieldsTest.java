package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * A provider's own codes from its return to its rates, where they are asked for. That they are not
 * read otherwise {@code CanaryTest} shows, which plants them.
 */
@Tag("long")
class MonitoringFieldsTest {
  private static final String NAME = "ILR-10000110-2021-20211014-150742-01.XML";
  private static final String OF_LEARNER =
      "<ProviderSpecLearnerMonitoring><ProvSpecLearnMonOccur>A</ProvSpecLearnMonOccur>"
          + "<ProvSpecLearnMon> TEAM 7 </ProvSpecLearnMon></ProviderSpecLearnerMonitoring>";
  private static final String OF_DELIVERY =
      "<ProviderSpecDeliveryMonitoring><ProvSpecDelMonOccur>c</ProvSpecDelMonOccur>"
          + "<ProvSpecDelMon>CENTRE 2</ProvSpecDelMon></ProviderSpecDeliveryMonitoring>";

  @TempDir private Path temp;

  @Test
  void areCountedWhereTheyAreAskedFor() throws IOException {
    Map<String, Long> counts = counts();
    long total = counts.get("total: Total");
    assertTrue(total > 0, counts.toString());
    assertEquals(total, counts.get("prov_spec_learn_mon_a: TEAM 7"));
    assertEquals(total, counts.get("prov_spec_del_mon_c: CENTRE 2"));
    assertEquals(total, counts.get("camp_id: NORTH"));
    assertEquals(4, counts.size(), counts.toString());
  }

  /** Leavers of the total and of the provider's own breakdowns, all years together. */
  private Map<String, Long> counts() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("returns/2021/R14"));
    String xml = Files.readString(Path.of("data-samples/returns/2021/R14", NAME));
    Files.writeString(
        folder.resolve(NAME),
        xml.replace("<ULN>", "<CampId>NORTH</CampId><ULN>")
            .replace("<LearningDelivery>", OF_LEARNER + "<LearningDelivery>" + OF_DELIVERY)
            // One group a learner is enough; the parser takes the first of equal occurrences.
            .replace("</LearningDelivery>" + OF_LEARNER, "</LearningDelivery>"));
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            temp.resolve("returns").toString(),
            "--reference",
            "data-samples/reference",
            "--warehouse",
            temp.resolve("warehouse").toString(),
            "--report-year",
            "2020",
            "--set",
            "returns.monitoring-fields=true",
            "--to",
            "measures");
    assertEquals(0, run.code(), run.err());
    Map<String, Long> counts = new TreeMap<>();
    for (Row row :
        new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString())
            .read(Tables.QAR_PROVIDER)
            .where(
                "report_type = 'apprenticeship' AND measure = 'overall' AND (dimension = 'total'"
                    + " OR dimension = 'camp_id' OR dimension LIKE 'prov_spec%')")
            .collectAsList()) {
      counts.merge(
          row.getAs("dimension") + ": " + row.getAs("value"), row.getAs("leavers"), Long::sum);
    }
    return counts;
  }
}
