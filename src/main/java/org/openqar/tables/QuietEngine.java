package org.openqar.tables;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.hadoopio.HadoopFileIO;
import io.delta.kernel.engine.MetricsReporter;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Kernel's own engine without its reports, which OpenQAR does not use. */
final class QuietEngine extends DefaultEngine {
  QuietEngine(Configuration hadoop) {
    super(new HadoopFileIO(hadoop));
  }

  @Override
  public List<MetricsReporter> getMetricsReporters() {
    return List.of();
  }
}
