package org.openqar.breakdowns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqar.rules.Condition;
import org.openqar.rules.ReportType;
import org.openqar.rules.Value;

/**
 * A breakdown of rates, declared once: its column of {@code qar_aim}, which is also its {@code
 * dimension}; the value of each aim; and who may compare aims by it (qar-rules 5.1).
 *
 * <p>A value depends on one judged aim and its look-ups ({@link Facts}). It is an expression
 * without an engine. Spark works it out for all aims, plain Java for one learner and for the tests,
 * and the manual shows it in words.
 */
public final class Breakdown {
  /** The value if neither a return nor a look-up gives one. */
  public static final String UNKNOWN = "Unknown";

  /** The value of aims to which the breakdown does not apply. */
  public static final String NOT_APPLICABLE = "Not applicable";

  private final String name;
  private final String label;
  private final String meaning;
  private final Reach reach;
  private final About about;
  private final List<Case> cases;
  private final List<String> known;
  private final String unknown;
  private final String absent;
  private final List<Breakdown> within;
  private final FileColumn inFiles;
  private final Map<String, FileColumn> inFilesOf;
  private final String likeness;
  private final boolean columnOfAim;

  private Breakdown(Builder builder) {
    name = builder.name;
    label = Objects.requireNonNull(builder.label, name);
    meaning = Objects.requireNonNull(builder.meaning, name);
    reach = Objects.requireNonNull(builder.reach, name);
    about = Objects.requireNonNull(builder.about, name);
    cases = List.copyOf(builder.cases);
    known = List.copyOf(builder.known);
    unknown = builder.unknown;
    absent = builder.absent;
    within = List.copyOf(builder.within);
    inFiles = builder.inFiles;
    inFilesOf = Map.copyOf(builder.inFilesOf);
    likeness = builder.likeness;
    columnOfAim = builder.columnOfAim;
    require(!cases.isEmpty(), "has no values");
    require(unknown == null || absent == null, "cannot have both Unknown and no value");
    require(
        unknown != null || absent != null || cases.get(cases.size() - 1).isOfTheRest(),
        "does not say what becomes of the other aims");
    require(reach != Reach.PUBLISHED || inFiles != null, "is published and has no column in files");
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalStateException("The breakdown " + name + " " + otherwise);
    }
  }

  /** Starts the declaration of a breakdown by its column. */
  static Builder breakdown(String name) {
    return new Builder(name);
  }

  /** Returns its column of {@code qar_aim}, and its {@code dimension}. */
  public String name() {
    return name;
  }

  /** Returns the name for people. */
  public String label() {
    return label;
  }

  /** Returns the meaning of its column. */
  public String meaning() {
    return meaning;
  }

  public Reach reach() {
    return reach;
  }

  public About about() {
    return about;
  }

  /** Returns its cases. The first case that holds gives the value of an aim. */
  public List<Case> cases() {
    return cases;
  }

  /**
   * Returns the values that it can have, in order; empty if they come from a look-up or a return.
   */
  public List<String> values() {
    Stream<String> fixed = cases.stream().filter(Case::isFixed).map(Case::words);
    return Stream.of(known.stream(), fixed, Stream.ofNullable(unknown == null ? null : UNKNOWN))
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  /** Returns the value of an aim, over its judged row and its look-ups. */
  public Value value() {
    Value first =
        cases.get(0).isOfTheRest()
            ? cases.get(0).value()
            : new Value.Choice(
                cases.stream().map(one -> new Value.When(one.when(), one.value())).toList());
    return unknown == null ? first : Value.first(first, new Value.Literal(UNKNOWN));
  }

  /** Whether each aim has a value. An aim without one is in no cell of the breakdown. */
  public boolean isNeverEmpty() {
    return absent == null;
  }

  /** Returns which aims are {@code Unknown}; empty if none can be. */
  public Optional<String> unknownOf() {
    return Optional.ofNullable(unknown);
  }

  /** Returns which aims have no value; empty if each has one. */
  public Optional<String> absentOf() {
    return Optional.ofNullable(absent);
  }

  /**
   * Returns the wider breakdowns. Each cell of this breakdown is inside one of their cells, as is
   * publicly known.
   */
  public List<Breakdown> within() {
    return within;
  }

  /** Returns its column in the published files of a report type; empty if it has none. */
  public Optional<FileColumn> inFilesOf(String reportType) {
    return Optional.ofNullable(inFilesOf.getOrDefault(reportType, inFiles));
  }

  /** Returns all its columns in published files. The column of most report types comes first. */
  public List<FileColumn> inFiles() {
    return Stream.concat(Stream.ofNullable(inFiles), inFilesOf.values().stream()).toList();
  }

  /**
   * Returns the column of {@code provider_peer} that says for how many of their leavers two
   * providers differ in this breakdown; empty if the search for similar providers does not use it.
   */
  public Optional<String> likeness() {
    return Optional.ofNullable(likeness);
  }

  /** Whether {@code qar_aim} already has the column from {@code aim}. */
  public boolean isColumnOfAim() {
    return columnOfAim;
  }

  @Override
  public String toString() {
    return name;
  }

  /** A declaration in progress. */
  static final class Builder {
    private final String name;
    private String label;
    private String meaning;
    private Reach reach;
    private About about;
    private final List<Case> cases = new ArrayList<>();
    private List<String> known = List.of();
    private String unknown;
    private String absent;
    private List<Breakdown> within = List.of();
    private FileColumn inFiles;
    private final Map<String, FileColumn> inFilesOf = new HashMap<>();
    private String likeness;
    private boolean columnOfAim;

    private Builder(String name) {
      this.name = name;
    }

    Builder label(String text) {
      label = text;
      return this;
    }

    /** Sets the meaning of its column. */
    Builder meaning(String text) {
      meaning = text;
      return this;
    }

    Builder reach(Reach howFar) {
      reach = howFar;
      return this;
    }

    Builder about(About what) {
      about = what;
      return this;
    }

    /** Adds a value for the aims that meet a condition and no earlier case. */
    Builder value(String text, Condition when) {
      return values(text, when, new Value.Literal(text));
    }

    /** Adds a value for all other aims. */
    Builder value(String text) {
      return value(text, Condition.always());
    }

    /**
     * Adds values from a return or a look-up.
     *
     * @param words describes the values
     */
    Builder values(String words, Condition when, Value value) {
      cases.add(new Case(words, when, value));
      return this;
    }

    /** Adds values from a return or a look-up for all other aims. */
    Builder values(String words, Value value) {
      return values(words, Condition.always(), value);
    }

    /** Sets the values of a complete look-up, in order. */
    Builder known(List<String> values) {
      known = values;
      return this;
    }

    /** Says which aims are {@code Unknown}. */
    Builder unknown(String ofWhich) {
      unknown = ofWhich;
      return this;
    }

    /** Says which aims have no value and are in no cell. */
    Builder absent(String ofWhich) {
      absent = ofWhich;
      return this;
    }

    Builder within(Breakdown... wider) {
      within = List.of(wider);
      return this;
    }

    Builder inFiles(String column, String itsLabel, String hint) {
      return inFiles(column, itsLabel, hint, Map.of());
    }

    Builder inFiles(String column, String itsLabel, String hint, Map<String, String> items) {
      inFiles = new FileColumn(column, itsLabel, hint, items);
      return this;
    }

    /** Sets its column in the files of one report type. */
    Builder inFilesOf(ReportType type, FileColumn column) {
      inFilesOf.put(type.name(), column);
      return this;
    }

    /** Sets the column of {@code provider_peer} that says how far providers differ in it. */
    Builder likeness(String column) {
      likeness = column;
      return this;
    }

    /** Says that {@code qar_aim} already has the column from {@code aim}. */
    Builder columnOfAim() {
      columnOfAim = true;
      return this;
    }

    Breakdown declare() {
      return new Breakdown(this);
    }
  }
}
