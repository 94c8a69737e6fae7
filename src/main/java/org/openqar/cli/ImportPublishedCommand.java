package org.openqar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.imports.Layout;
import org.openqar.imports.PublishedImport;
import org.openqar.messages.UserException;
import org.openqar.reports.ImportReport;
import org.openqar.tables.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Imports published achievement rates, to stand beside ours. */
@Command(
    name = "import-published",
    description = {
      "Reads a published table of achievement rates, national or by provider, into the table"
          + " published_rate. A layout, a file of conf/layouts, describes its columns, and the"
          + " header shows which layout fits. If the command cannot place a value, it refuses the"
          + " whole file and names the line and column. A publication of the same name is"
          + " replaced."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar import-published --list-layouts",
      "  ./qar import-published apprenticeship-provider.csv",
      "  ./qar import-published AchievementRatesNational_2017-18.csv --layout nart-national-2017-18",
      "  ./qar import-published rates.csv --layout ees-apprenticeship-provider --mapping renamed.yaml"
    },
    mixinStandardHelpOptions = true)
final class ImportPublishedCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A CSV in UTF-8 with a header.")
  private String file;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "The layout, if the header does not decide it; --list-layouts lists them all.")
  private String layout;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "YAML in the shape of a layout that holds only the differences of the file, such as columns: {leavers: [Cohort]}.")
  private Path mapping;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the publication (default: the file name without its ending).")
  private String name;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The year of all rows, if no column gives it: 2017, 2017/18 or 2017-18.")
  private String printedYear;

  @Option(names = "--list-layouts", description = "Instead, list the layouts.")
  private boolean listLayouts;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (listLayouts) {
      if (file != null
          || layout != null
          || mapping != null
          || name != null
          || printedYear != null) {
        throw refused("--list-layouts takes no FILE, no --layout, --mapping, --name or --year.");
      }
      out.print(ImportReport.layouts(common.configuration()));
      out.flush();
      return Qar.DONE;
    }
    if (file == null) {
      throw refused("Give a FILE; --list-layouts lists what can be read.");
    }
    if (mapping != null && layout == null) {
      throw refused("--mapping holds a file's differences from a --layout: give that too.");
    }
    Integer year = year();
    Settings settings = common.settings();
    Configuration configuration = common.configuration();
    Optional<Layout> given =
        Optional.ofNullable(layout).map(one -> configuration.layout(one, mapping, Layout.class));
    List<Layout> known =
        configuration.layouts().stream()
            .map(one -> configuration.layout(one, null, Layout.class))
            .toList();
    String publication = name == null ? PublishedImport.nameOf(file) : name;
    if (!PublishedImport.isName(publication)) {
      throw refused(
          "'%s' cannot be the name of a publication: give --name with letters, digits, - and _."
              .formatted(publication));
    }
    new Places(qar.sessions().hadoop(settings), "--warehouse")
        .refuseUnwritableFolder(settings.warehouse());
    SparkSession spark = qar.sessions().open(settings);
    try {
      TableStore store = new TableStore(spark, settings.warehouse());
      out.print(
          ImportReport.of(
              new PublishedImport(spark, store)
                  .run(Common.fromHere(file), publication, given, known, year)));
      out.flush();
      return Qar.DONE;
    } finally {
      qar.sessions().close(spark);
    }
  }

  private Integer year() {
    return printedYear == null
        ? null
        : AcademicYear.printed(printedYear)
            .orElseThrow(
                () ->
                    refused(
                        "--year is '%s' but must be a year from 2000 to 2099, written as 2017, 2017/18 or 2017-18."
                            .formatted(printedYear)))
            .start();
  }

  private static UserException refused(String why) {
    return UserException.usage(why);
  }
}
