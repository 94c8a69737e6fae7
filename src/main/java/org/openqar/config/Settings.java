package org.openqar.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqar.calendar.AcademicYear;
import org.openqar.messages.UserException;

/**
 * What a run should do. Every value comes from {@code conf/qar.yaml} or from the command line.
 *
 * @param reference folder of the reference CSVs; empty for none
 * @param warehouse folder of the Delta tables
 * @param reportYear R, the latest reported year: 2024 is 2024/25
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

  /** Returns the same settings with the tables in another folder. */
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

  /** Returns the same settings with other settings of Spark. */
  public Settings with(Spark other) {
    return new Settings(
        returns, reference, warehouse, reportYear, edition, window, benchmarks, privacy, other);
  }

  private static final int QUARTERS = 4;
  private static final int MOST_GROUPS = 100;
  private static final int MOST_PEERS = 100;

  /** The smallest part, in bytes. A smaller one takes longer to find than to read. */
  private static final long SMALLEST_PART = 1L << 20;

  private static final long LARGEST_PART = 1L << 30;

  /** The number of reported years: R and the four before it. */
  private static final int REPORTED_YEARS = 5;

  /**
   * The final returns to load around the report year (qar-rules 9.1).
   *
   * @param historyYears the number of years before it
   * @param yearsAhead the number of years after it
   */
  public record Window(int historyYears, int yearsAhead) {}

  /**
   * Which returns to read, and how strictly.
   *
   * @param roots folders, files and patterns on any Hadoop file system, read as one
   * @param yearConflict what to do with a file whose namespace, header and name give different
   *     years
   * @param providerConflict what to do with a file whose name and header give different providers
   * @param maxRefused the most refused files with which a run still ends with exit code 0; a run
   *     with more ends with 3
   * @param splitBytes about how many bytes of a large file one task reads; 0 leaves files whole
   * @param wholeSector whether these are the returns of every provider, so that together they are
   *     the nation
   * @param monitoringFields whether to read the provider's own monitoring fields
   * @param limits the largest permitted sizes of a file, by the names of the reader's limits
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
    /** Formats the roots as people write them. */
    public String shownRoots() {
      return String.join(", ", roots);
    }

    /** Returns the same with other roots. */
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

  /** Which of several years applies to a file that names them. */
  public enum YearConflict {
    /** None: the run refuses the file. */
    REFUSE,
    /** The year of the namespace, with a warning. */
    NAMESPACE
  }

  /** Which of several providers applies to a file that names them. */
  public enum ProviderConflict {
    /** None: the run refuses the file. */
    REFUSE,
    /** The provider of Header/Source/UKPRN, with a warning. */
    HEADER
  }

  /**
   * How to compare providers.
   *
   * @param minimumLeavers the fewest leavers with which a provider is ranked (qar-rules 9.28)
   * @param methods the methods that find thresholds
   * @param places which of these methods give each provider a place
   * @param groups the numbers of groups into which thresholds divide the providers: 4 for
   *     quartiles, 5, 10
   * @param mix the pair of breakdowns, such as {@code ssa_t1 x level}, whose rates for all
   *     providers give an expected rate
   * @param peers the number of similar providers with which to compare each provider
   */
  public record Benchmarks(
      int minimumLeavers,
      List<Method> methods,
      Places places,
      List<Integer> groups,
      String mix,
      int peers) {
    /**
     * The fewest ranked providers that give anyone a place. With fewer, a quarter would hold one
     * provider or none.
     */
    public static final int FEWEST_RANKED = 4;

    /** Returns the same with quarters only, and with the method that counts each provider once. */
    public Benchmarks quartilesOnly() {
      return new Benchmarks(
          minimumLeavers, List.of(Method.PROVIDER), places, List.of(QUARTERS), mix, peers);
    }

    /** Returns the methods by which each provider has a place. */
    public List<Method> placing() {
      return places == Places.ALL_METHODS ? methods : methods.subList(0, 1);
    }
  }

  /** How many methods give each provider a place. */
  public enum Places {
    /** The first method named. */
    FIRST_METHOD,
    /** Every method. The figures that do not depend on the method then appear once for each. */
    ALL_METHODS
  }

  /** The methods that find thresholds (qar-rules 5.3). */
  public enum Method {
    /** Each provider counts once. */
    PROVIDER,
    /** Each leaver counts once. */
    COHORT_WEIGHTED;

    /** Returns the name used in the tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether and how to replace learners' numbers.
   *
   * @param pseudonymKeyFile the file of the key for pseudonyms; empty to write numbers as returned
   */
  public record Privacy(String pseudonymKeyFile) {
    /** Returns the same with another key file. */
    public Privacy with(String otherFile) {
      return new Privacy(otherFile);
    }
  }

  /**
   * Settings for sessions that this program starts.
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

  /** The first year of which final returns are loaded. */
  public int firstLoadedYear() {
    return reportYear - window.historyYears();
  }

  /** The last year of which final returns are loaded. */
  public int lastLoadedYear() {
    return reportYear + window.yearsAhead();
  }

  /** R-4, the first reported year. */
  public int firstReportedYear() {
    return reportYear - REPORTED_YEARS + 1;
  }

  /** Formats the loaded years as people write them. */
  public String loadedYears() {
    return new AcademicYear(firstLoadedYear()) + " to " + new AcademicYear(lastLoadedYear());
  }

  private static void require(boolean met, String key, String expected) {
    if (!met) {
      throw UserException.setting(key, "must be " + expected);
    }
  }
}
