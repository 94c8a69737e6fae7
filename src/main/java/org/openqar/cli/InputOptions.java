package org.openqar.cli;

import java.util.List;
import org.openqar.config.Settings;
import picocli.CommandLine.Option;

/** Where a command that reads returns looks for them and for the reference files. */
final class InputOptions {
  @Option(
      names = "--returns",
      paramLabel = "DIR",
      description = "Folder of the returns, as for qar run. May be given several times.")
  private List<String> returns = List.of();

  @Option(names = "--reference", paramLabel = "DIR", description = "Folder of the reference CSVs.")
  private String reference;

  /** The settings with these folders in the place of those of {@code qar.yaml}. */
  Settings settings(Common common) {
    return common.settings(returns, reference);
  }

  /** Whether one of the folders was given. */
  boolean given() {
    return !returns.isEmpty() || reference != null;
  }
}
