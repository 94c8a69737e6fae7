package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Department's apprenticeship rates of each provider, all programmes together. */
public final class OfficialRows {
  /** The file as it is held. */
  public static final Path FILE =
      Path.of("src/test/resources/published/apprenticeship-provider.csv");

  private static final int FEWEST = 5;

  private OfficialRows() {}

  /**
   * One row.
   *
   * @param year the calendar year in which the academic year starts
   * @param leavers to the nearest 10, {@code low} or {@code c}
   * @param rate at one decimal, {@code x} or {@code c}
   */
  public record Official(int year, int ukprn, String leavers, String rate) {
    public boolean isHidden() {
      return leavers.equals("c");
    }

    public boolean hasRate() {
      return rate.matches("[0-9.]+");
    }

    /** Counts that it can stand for: those of the leavers nearest to the shown ones. */
    public Optional<Counted> counts() {
      if (!leavers.matches("[0-9]+")) {
        return isHidden() ? Optional.empty() : Optional.of(new Counted(2, 1));
      }
      int shown = Integer.parseInt(leavers);
      return IntStream.range(Math.max(FEWEST, shown - 5), shown + 5)
          .boxed()
          .sorted(Comparator.comparingInt(n -> Math.abs(n - shown)))
          .flatMap(this::counts)
          .findFirst();
    }

    private Stream<Counted> counts(int of) {
      if (!hasRate()) {
        return Stream.of(new Counted(of, 2));
      }
      int tenths = Integer.parseInt(rate.replace(".", ""));
      return IntStream.rangeClosed(FEWEST, of)
          .filter(achievers -> (2000L * achievers + of) / (2L * of) == tenths)
          .mapToObj(achievers -> new Counted(of, achievers));
    }
  }

  /** Counts that are shown as a row is. */
  public record Counted(long leavers, long achievers) {}

  /** All 3,686. */
  public static List<Official> all() {
    return lines(FILE)
        .map(
            cells ->
                new Official(
                    2000 + Integer.parseInt(cells.get(0).substring(0, 2)),
                    Integer.parseInt(cells.get(1)),
                    cells.get(2),
                    cells.get(3)))
        .toList();
  }

  /** The lines of a CSV without quotes, after its header. */
  public static Stream<List<String>> lines(Path csv) {
    try {
      return Files.readAllLines(csv).stream()
          .skip(1)
          .map(line -> Arrays.asList(line.split(",", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
