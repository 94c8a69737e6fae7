package org.openqar.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqar.calendar.AcademicYear;
import org.openqar.messages.UserException;

/**
 * What a run is asked to do; every value comes from {@code conf/qar.yaml} or from the command line.
 *
 * @param reference folder of the reference CSVs; an empty text for none
 * @param warehouse folder of the Delta tables
 * @param reportYear R, the latest year reported: 2024 is 2024/25
 * @param edition name of the rule set
 */
public record Settings(
    Returns returns,
    String reference,
    String warehouse,
    int reportYear,
    String edition,
    Window window,
    Benchmarks benchmarks,
    Privacy privacy,
    Spark spark) {

  /** The same, with the tables elsewhere. */
  public Settings in(String otherWarehouse) {
    return new Settings(
        returns,
        reference,
        otherWarehouse,
        reportYear,
        edition,
        window,
        benchmarks,
        privacy,
        spark);
  }

  /** The same, with other settings of Spark. */
  public Settings with(Spark other) {
    return new Settings(
        returns, reference, warehouse, reportYear, edition, window, benchmarks, privacy, other);
  }

  private static final int QUARTERS = 4;
  private static final int MOST_GROUPS = 100;
  private static final int MOST_PEERS = 100;

  /** Below this a part is more work to find than to read. */
  private static final long SMALLEST_PART = 1L << 20;

  private static final long LARGEST_PART = 1L << 30;

  /** How many years are reported: R and the four before it. */
  private static final int REPORTED_YEARS = 5;

  /**
   * Which final returns are loaded around the report year (qar-rules 9.1).
   *
   * @param historyYears how many years before it
   * @param yearsAhead how many years after it
   */
  public record Window(int historyYears, int yearsAhead) {}

  /**
   * Which returns are read, and how strictly.
   *
   * @param roots folders, files and patterns on any Hadoop file system, read as one
   * @param yearConflict what becomes of a file whose namespace, header and name tell several years
   * @param providerConflict what becomes of a file whose name and header tell several providers
   * @param maxRefused how many refused files a run may have before it ends with exit code 3
   * @param splitBytes about how many bytes of a large file one task reads; 0 leaves files whole
   * @param wholeSector whether these are the returns of every provider there is, so that all of
   *     them together are the nation
   * @param monitoringFields whether the provider's own monitoring fields are read
   * @param limits what a file may take at most, by the names of the reader's limits
   */
  public record Returns(
      List<String> roots,
      YearConflict yearConflict,
      ProviderConflict providerConflict,
      int maxRefused,
      long splitBytes,
      boolean wholeSector,
      boolean monitoringFields,
      Map<String, Long> limits) {
    /** The roots, as people write them. */
    public String shownRoots() {
      return String.join(", ", roots);
    }

    /** The same, read from elsewhere. */
    public Returns from(List<String> otherRoots) {
      return new Returns(
          otherRoots,
          yearConflict,
          providerConflict,
          maxRefused,
          splitBytes,
          wholeSector,
          monitoringFields,
          limits);
    }
  }

  /** What decides the year of a file that names several. */
  public enum YearConflict {
    /** Nothing does: the file is refused. */
    REFUSE,
    /** Its namespace, with a warning. */
    NAMESPACE
  }

  /** What decides the provider of a file that names several. */
  public enum ProviderConflict {
    /** Nothing does: the file is refused. */
    REFUSE,
    /** Header/Source/UKPRN, with a warning. */
    HEADER
  }

  /**
   * How providers are compared.
   *
   * @param minimumLeavers with fewer leavers a provider is not ranked (qar-rules 9.28)
   * @param methods how thresholds are found
   * @param places by which of these methods each provider has a place
   * @param groups into how many groups they part the providers: 4 for quartiles, 5, 10
   * @param mix the pair of breakdowns, such as {@code ssa_t1 x level}, by whose rates of all
   *     providers an expected rate is made
   * @param peers how many like providers each is compared with
   */
  public record Benchmarks(
      int minimumLeavers,
      List<Method> methods,
      Places places,
      List<Integer> groups,
      String mix,
      int peers) {
    /** With fewer ranked providers nobody has a place: a quarter would be one provider, or none. */
    public static final int FEWEST_RANKED = 4;

    /** The same, with each member counted once and quarters only. */
    public Benchmarks quartilesOnly() {
      return new Benchmarks(
          minimumLeavers, List.of(Method.PROVIDER), places, List.of(QUARTERS), mix, peers);
    }

    /** The methods by which each provider has a place. */
    public List<Method> placing() {
      return places == Places.ALL_METHODS ? methods : methods.subList(0, 1);
    }
  }

  /** By how many methods each provider has a place. */
  public enum Places {
    /** The first one that is named. */
    FIRST_METHOD,
    /** Each for itself; what does not depend on the method is then told again for each. */
    ALL_METHODS
  }

  /** How thresholds are found (qar-rules 5.3). */
  public enum Method {
    /** Each provider counts once. */
    PROVIDER,
    /** Each leaver counts once. */
    COHORT_WEIGHTED;

    /** As the tables have it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param pseudonymKeyFile the file of the key that learners' numbers are replaced with; empty to
   *     write them as returned
   */
  public record Privacy(String pseudonymKeyFile) {
    /** The same with another file. */
    public Privacy with(String otherFile) {
      return new Privacy(otherFile);
    }
  }

  /**
   * For sessions started here.
   *
   * @param master the Spark master
   * @param settings Spark settings that the user may override
   */
  public record Spark(String master, Map<String, String> settings) {}

  public Settings {
    require(reportYear >= 2017 && reportYear <= 2099, "report-year", "a year from 2017 to 2099");
    require(window.historyYears() >= 4, "window.history-years", "4 or more");
    require(window.yearsAhead() >= 0, "window.years-ahead", "0 or more");
    require(!returns.roots().isEmpty(), "returns.roots", "one folder, file or pattern, or more");
    require(returns.maxRefused() >= 0, "returns.max-refused", "0 or more");
    require(
        returns.splitBytes() == 0
            || returns.splitBytes() >= SMALLEST_PART && returns.splitBytes() <= LARGEST_PART,
        "returns.split-bytes",
        "0, or from %d to %d".formatted(SMALLEST_PART, LARGEST_PART));
    require(benchmarks.minimumLeavers() >= 1, "benchmarks.minimum-leavers", "1 or more");
    require(!benchmarks.methods().isEmpty(), "benchmarks.methods", "one method or more");
    require(
        !benchmarks.groups().isEmpty()
            && benchmarks.groups().stream().allMatch(n -> n >= 2 && n <= MOST_GROUPS),
        "benchmarks.groups",
        "one number or more, from 2 to " + MOST_GROUPS);
    require(
        benchmarks.peers() >= 0 && benchmarks.peers() <= MOST_PEERS,
        "benchmarks.peers",
        "from 0 to " + MOST_PEERS);
  }

  /** The first year whose final returns are loaded. */
  public int firstLoadedYear() {
    return reportYear - window.historyYears();
  }

  /** The last year whose final returns are loaded. */
  public int lastLoadedYear() {
    return reportYear + window.yearsAhead();
  }

  /** R-4, the first year reported. */
  public int firstReportedYear() {
    return reportYear - REPORTED_YEARS + 1;
  }

  /** The years loaded, as people write them. */
  public String loadedYears() {
    return new AcademicYear(firstLoadedYear()) + " to " + new AcademicYear(lastLoadedYear());
  }

  private static void require(boolean met, String key, String expected) {
    if (!met) {
      throw UserException.setting(key, "must be " + expected);
    }
  }
}
