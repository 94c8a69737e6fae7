package org.openqar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Finds the configuration. */
final class ConfFolder {
  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description =
          "Folder with qar.yaml, collection-calendar.yaml, editions/ and layouts/ (default: conf beside the launcher,"
              + " or the defaults that come with the program).")
  private Path conf;

  /** Returns the folder, or null for the program's own defaults. */
  Path path() {
    if (conf != null) {
      return conf;
    }
    String home = System.getProperty("qar.home");
    Path beside = home == null ? null : Path.of(home, "conf");
    return beside != null && Files.isDirectory(beside) ? beside : null;
  }
}
