package org.openqar.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openqar.csv.CsvFile;
import org.openqar.messages.UserException;

/**
 * Writes an invented sector: {@code returns/}, {@code reference/}, {@code expected/} and a {@code
 * README.md}.
 *
 * <p>It writes one provider after another, and one learner after another. So memory grows with the
 * answers of the largest provider and not with the size of the files.
 */
public final class Simulator {

  private final Sector sector;
  private final Window window;
  private final ProviderRegister register;
  private final Map<String, Integer> lived = new TreeMap<>();

  /** Prepares to write a sector. Writes nothing yet. */
  public Simulator(Sector sector) {
    this.sector = sector;
    window = new Window(sector.firstYear(), sector.lastYear());
    register = new ProviderRegister(sector, window);
  }

  /** Writes the sector without reporting progress. */
  public Written write() {
    return write(progress -> {});
  }

  /**
   * Writes the sector.
   *
   * @param progress takes one line for each provider that is done
   * @throws IllegalStateException if the folder already holds returns
   * @throws UncheckedIOException if a file cannot be written
   */
  public Written write(Consumer<String> progress) {
    Path returns = sector.out().resolve("returns");
    if (Files.exists(returns)) {
      throw UserException.failed(
          "A sector needs a folder without returns; found " + returns + ": remove it first.");
    }
    try {
      SimulatedReference.write(sector.out().resolve("reference"), register, window);
      Written written = everything(progress);
      SectorReadme.write(sector, window, written, lived);
      return written;
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be written".formatted(sector.out()),
          e,
          "check that the disk has room and that you may write there");
    }
  }

  private Written everything(Consumer<String> progress) throws IOException {
    lived.clear();
    Path expected = sector.out().resolve("expected");
    ExpectedMeasures measures = new ExpectedMeasures(sector.lastYear());
    Written written = Written.NOTHING;
    int done = 0;
    try (CsvFile aims = ExpectedAim.file(expected)) {
      for (Provider provider : register.byUkprn()) {
        Written its = returns(provider);
        answers(provider, aims, measures);
        written = written.plus(its);
        progress.accept(
            "%d of %d providers: %s, %d files, %d learner records"
                .formatted(
                    ++done, sector.providers(), provider.ukprn(), its.files(), its.learners()));
      }
    }
    measures.write(expected);
    return written;
  }

  private Written returns(Provider provider) throws IOException {
    List<ReturnPlan> plans = ReturnPlan.of(provider, sector.providers(), window, sector.seed());
    ProviderReturns returns = new ProviderReturns(plans, sector.out());
    try (returns) {
      returns.write(enrolmentsOf(provider));
    }
    return returns.written();
  }

  private void answers(Provider provider, CsvFile csv, ExpectedMeasures measures)
      throws IOException {
    List<ExpectedAim> aims = new ArrayList<>();
    for (Enrolment source : enrolmentsOf(provider)) {
      source.forEach(
          learner -> {
            if (learner.home().ukprn() == provider.ukprn()) {
              lived.merge(learner.journey().name(), 1, Integer::sum);
            }
            ExpectedAim.of(learner).stream()
                .filter(aim -> aim.ukprn() == provider.ukprn())
                .forEach(aims::add);
          });
    }
    aims.sort(ExpectedAim.ORDER);
    for (ExpectedAim aim : aims) {
      aim.write(csv, sector.lastYear());
      measures.add(aim, provider);
    }
  }

  private List<Enrolment> enrolmentsOf(Provider provider) {
    return register.sourcesOf(provider).stream()
        .map(source -> new Enrolment(source, window, sector.seed()))
        .toList();
  }
}
