package org.openqar.privacy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.openqar.aims.AimsStage;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.measures.MeasuresStage;
import org.openqar.pipeline.Pipeline;
import org.openqar.reference.ReferenceFiles;
import org.openqar.reference.ReferenceStage;
import org.openqar.returns.Inventory;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.rules.Edition;
import org.openqar.tables.TableStore;

/** All stages of a run whose tables hold pseudonyms. */
record HiddenRun(SparkSession spark, Path conf, Path key) {

  void run(Path returns, Path reference, Path warehouse) {
    Configuration configuration = new Configuration(conf, Map.of());
    Settings settings = configuration.settings();
    Edition edition = configuration.edition(settings.edition(), Edition.class);
    TableStore store = new TableStore(spark, warehouse.toString());
    Returns found =
        Returns.of(new Inventory(spark).of(returns.toString()), configuration.calendar());
    new ReturnsStage(spark, store, Instant.now(), Optional.of(key.toString())).run(found);
    new ReferenceStage(store, new ReferenceFiles(spark, reference.toString())).run();
    new AimsStage(store, settings, edition).run();
    new MeasuresStage(store, settings, edition, Pipeline.books(edition, settings.reportYear()))
        .run();
    new BenchmarksStage(store, settings, edition).run();
  }
}
