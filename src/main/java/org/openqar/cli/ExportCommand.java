package org.openqar.cli;

import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.openqar.config.Settings;
import org.openqar.reports.export.Export;
import org.openqar.reports.export.Format;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes one table as one file. */
@Command(
    name = "export",
    description = {
      "Writes one table as one file, sorted by its key: CSV with a header (empty for null, true and"
          + " false, ISO dates; lists as JSON), JSON with one object on each line, or Parquet."
    },
    footer = {
      "",
      "Example:",
      "  ./qar export --table quartile_threshold --format csv --out quartiles.csv"
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(
      names = "--table",
      required = true,
      paramLabel = "NAME",
      description = "The table, such as qar_aim (docs/generated/tables.md lists them all).")
  private String table;

  @Option(
      names = "--format",
      defaultValue = "CSV",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "The file. An existing one is replaced.")
  private String out;

  @Override
  public Integer call() {
    Table wanted = Tables.named(table);
    Settings settings = common.settings();
    Configuration hadoop = qar.sessions().hadoop(settings);
    new Places(hadoop, "--out").refuseUnwritableFile(Common.fromHere(out));
    long rows =
        new Export(new TableReader(hadoop, settings.warehouse()), hadoop)
            .write(wanted, format, out);
    spec.commandLine().getOut().printf("%s: %d rows of %s%n", out, rows, wanted.name());
    return Qar.DONE;
  }
}
