package org.openqar.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.privacy.PseudonymKey;
import org.openqar.reports.Explanation;
import org.openqar.reports.RunsThere;
import org.openqar.reports.SoughtLearner;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.RuleBook;
import org.openqar.tables.TableReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains why an aim counts where it does, or does not count. */
@Command(
    name = "explain",
    description = {
      "Explains why a learner's aims count where they do: the returned values by year, how they"
          + " were matched, each candidate year and which won, every rule tried with the values it"
          + " read, its clause and its verdict."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar explain --ukprn 10000100 --learner 0009000011",
      "  ./qar explain --ukprn 10000100 --all"
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** The form of the explanation. */
  enum Format {
    PROSE,
    JSON
  }

  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(names = "--ukprn", required = true, paramLabel = "N", description = "The provider.")
  private int ukprn;

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  /** Which of the provider's aims to explain. */
  static final class Whose {
    @Option(
        names = "--learner",
        paramLabel = "REF",
        description = "The aims of one learner: LearnRefNumber in any of the years, or the ULN.")
    private String learner;

    @Option(
        names = "--aim",
        paramLabel = "ID",
        description = "One aim, by its aim_id in the tables aim and qar_aim.")
    private String aim;

    @Option(
        names = "--all",
        description =
            "All the provider's aims, into the table aim_trail: one row for each rule tried, with"
                + " its clause, the values it read and its verdict.")
    private boolean all;
  }

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description =
          "If the tables hold pseudonyms: the file with the key that made them, so that REF"
              + " is a real number (default: privacy.pseudonym-key-file of qar.yaml).")
  private String pseudonymKeyFile;

  @Option(
      names = "--format",
      defaultValue = "PROSE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  private SoughtLearner sought(Settings settings, Configuration hadoop) {
    String file =
        pseudonymKeyFile == null
            ? settings.privacy().pseudonymKeyFile()
            : Common.fromHere(pseudonymKeyFile);
    return file.isBlank()
        ? SoughtLearner.as(whose.learner.trim())
        : SoughtLearner.under(PseudonymKey.read(file, hadoop), whose.learner.trim());
  }

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Edition edition = common.edition(settings);
    RuleBook book = ReportTypes.book(edition, settings.reportYear());
    PrintWriter out = spec.commandLine().getOut();
    Configuration hadoop = qar.sessions().hadoop(settings);
    TableReader reader = new TableReader(hadoop, settings.warehouse());
    RunsThere.refuseMissing(reader, edition.edition(), settings.reportYear());
    Explanation explanation = new Explanation(reader, settings, edition, book);
    if (whose.all) {
      explanation
          .unknown(ukprn)
          .ifPresent(
              why -> {
                throw UserException.failed(why);
              });
      return new ProviderTrail(qar.sessions(), settings, edition, book).write(ukprn, out);
    }
    var aims =
        whose.aim == null
            ? explanation.of(ukprn, sought(settings, hadoop))
            : explanation.of(ukprn, whose.aim.trim());
    out.print(format == Format.JSON ? explanation.json(aims) : explanation.prose(aims));
    out.flush();
    return aims.found() ? Qar.DONE : Qar.FAILED;
  }
}
