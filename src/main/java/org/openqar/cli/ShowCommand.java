package org.openqar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.openqar.config.Settings;
import org.openqar.reports.RunsThere;
import org.openqar.reports.show.Question;
import org.openqar.reports.show.Showing;
import org.openqar.reports.show.Showing.RunOf;
import org.openqar.tables.TableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows a few rows of a table on the terminal. */
@Command(
    name = "show",
    description = {
      "Shows a few rows of a table, or of a view, which answers a common question. Without a name"
          + " it lists both.",
      "",
      "A view has its own columns, conditions and order, which the heading states. You can change"
          + " each of them. The rows are those of the newest run's edition and report year, unless"
          + " --edition, --report-year or --where name others. A single row is shown in full, one"
          + " column on each line."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar show rates --where ukprn=10000100",
      "                                the counts and rates of one provider, year by year",
      "  ./qar show places --where report_type=apprenticeship",
      "                                where providers stand",
      "  ./qar show places --where dimension=level --where value=Advanced --where year=2023",
      "  ./qar show thresholds --where rate=retention",
      "  ./qar show qar_provider --where ukprn=10000100 --where dimension=age_band \\",
      "      --columns year,value,leavers,achievement_rate --sort year:desc,value",
      "  ./qar show qar_aim --where aim_id=e588c5a3bfac33d8abd48f1d70c73575",
      "                                everything known about one aim"
    },
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A view or a table, such as rates or qar_aim.")
  private String name;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "COLUMN=VALUE, COLUMN>=VALUE or COLUMN<=VALUE; COLUMN= matches an empty value. May be"
              + " given several times: all must hold.")
  private List<String> where = List.of();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description =
          "The columns, in order (default: the view's, or as many of the table as fit)."
              + " provider_name is the name of the ukprn.")
  private List<String> columns = List.of();

  @Option(
      names = "--sort",
      split = ",",
      paramLabel = "NAME[:desc]",
      description =
          "The columns to sort by (default: the view's order; the key of a table of up to"
              + " 200,000 rows).")
  private List<String> sort = List.of();

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "The most rows to show (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      out.print(Showing.names());
      out.flush();
      return Qar.DONE;
    }
    Question question = new Question(name, columns, where, sort, limit);
    Settings settings = common.settings();
    TableReader reader = new TableReader(qar.sessions().hadoop(settings), settings.warehouse());
    Showing showing = new Showing(reader, Terminal.width());
    RunOf run =
        common.choosesRun() || !question.isOfOneRun()
            ? new RunOf(common.edition(settings).edition(), settings.reportYear())
            : showing.newestRun();
    if (question.isOfOneRun()) {
      RunsThere.refuseMissing(reader, run.edition(), run.reportYear());
    }
    out.print(showing.of(question, run));
    out.flush();
    return Qar.DONE;
  }
}
