package org.openqar.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.openqar.bench.BenchSession;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;

/**
 * One JVM that attacks a published package. Prints what comes of each report, measure and period, then {@code ATTACK}, how many cells there are and are hidden, how many
 * counts were attacked, and of how many one value or fewer values than promised are left; then some
 * of these, and how many cells of providers are hidden by their leavers. Arguments: the warehouse, the package in which nothing is hidden, the package, its policy.
 */
public final class AttackedPackage {
  private static final int TOLD = 20;

  private AttackedPackage() {}

  public static void main(String[] arguments) throws IOException {
    Configuration configuration = new Configuration(null, Map.of());
    Settings settings = configuration.settings();
    String edition = configuration.edition(settings.edition(), Edition.class).edition();
    Path folder = Path.of(arguments[2]);
    Policy policy = Policy.named(arguments[3]);
    try (SparkSession spark = BenchSession.open()) {
      PackageAttack attack =
          new PackageAttack(
              Path.of(arguments[1]),
              new TableStore(spark, arguments[0]),
              KeyRange.of(edition, settings.reportYear()));
      List<Findings> all = new ArrayList<>();
      for (String system : PackageCells.systems(folder)) {
        Findings of = attack.on(folder, policy, system);
        all.add(of);
        System.out.printf(
            "%s: %d counts attacked, %d found out, %d known closer than promised%n",
            system, of.attacked(), of.recovered().size(), of.narrowed().size());
      }
      Findings found = Findings.together(all);
      System.out.printf(
          "ATTACK %d %d %d %d %d%n",
          found.cells(),
          found.hidden(),
          found.attacked(),
          found.recovered().size(),
          found.narrowed().size());
      Stream.concat(found.recovered().stream(), found.narrowed().stream())
          .limit(TOLD)
          .forEach(one -> System.out.println("FOUND " + one));
      new HiddenOfProviders(Path.of(arguments[1]), folder).print();
    }
  }
}
