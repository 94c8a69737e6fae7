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
 * Something that rates are broken down by, declared once: its column of {@code qar_aim}, which is
 * its {@code dimension} too, the value of each aim, and who may compare aims by it (qar-rules 5.1).
 *
 * <p>A value is worked out of one judged aim and what the look-ups tell of it ({@link Facts}). It
 * is an expression without an engine: Spark works it out for the nation, plain Java for one learner
 * and for the tests, and the manual tells it in words.
 */
public final class Breakdown {
  /** The value where neither a return nor a look-up tells. */
  public static final String UNKNOWN = "Unknown";

  /** The value where the question does not arise. */
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

  /** Its column of {@code qar_aim}, and its {@code dimension}. */
  public String name() {
    return name;
  }

  /** What it is called. */
  public String label() {
    return label;
  }

  /** What stands in its column. */
  public String meaning() {
    return meaning;
  }

  public Reach reach() {
    return reach;
  }

  public About about() {
    return about;
  }

  /** Its values; the first case that holds tells the value of an aim. */
  public List<Case> cases() {
    return cases;
  }

  /** The values that it can have, in order; none where they are those of a look-up or a return. */
  public List<String> values() {
    Stream<String> fixed = cases.stream().filter(Case::isFixed).map(Case::words);
    return Stream.of(known.stream(), fixed, Stream.ofNullable(unknown == null ? null : UNKNOWN))
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  /** The value of an aim, over its judged row and what the look-ups tell. */
  public Value value() {
    Value first =
        cases.get(0).isOfTheRest()
            ? cases.get(0).value()
            : new Value.Choice(
                cases.stream().map(one -> new Value.When(one.when(), one.value())).toList());
    return unknown == null ? first : Value.first(first, new Value.Literal(UNKNOWN));
  }

  /** Whether each aim has a value; else those without one are in no cell of it. */
  public boolean isNeverEmpty() {
    return absent == null;
  }

  /** Which aims are {@code Unknown}; empty where none is. */
  public Optional<String> unknownOf() {
    return Optional.ofNullable(unknown);
  }

  /** Which aims have no value; empty where each has one. */
  public Optional<String> absentOf() {
    return Optional.ofNullable(absent);
  }

  /** The breakdowns in one cell of which each of its own cells lies, as everybody knows. */
  public List<Breakdown> within() {
    return within;
  }

  /** Its column in the published files of a report type; empty where it has none. */
  public Optional<FileColumn> inFilesOf(String reportType) {
    return Optional.ofNullable(inFilesOf.getOrDefault(reportType, inFiles));
  }

  /** All columns that it has in published files, that of most report types first. */
  public List<FileColumn> inFiles() {
    return Stream.concat(Stream.ofNullable(inFiles), inFilesOf.values().stream()).toList();
  }

  /**
   * The column of {@code provider_peer} that tells in how many of their leavers two providers
   * differ by it; empty where it does not make providers like each other.
   */
  public Optional<String> likeness() {
    return Optional.ofNullable(likeness);
  }

  /** Whether its column is one that {@code qar_aim} has of {@code aim} anyway. */
  public boolean isColumnOfAim() {
    return columnOfAim;
  }

  @Override
  public String toString() {
    return name;
  }

  /** The declaration in progress. */
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

    /** What stands in its column. */
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

    /** A value, of the aims that no case before it takes. */
    Builder value(String text, Condition when) {
      return values(text, when, new Value.Literal(text));
    }

    /** The value of all other aims. */
    Builder value(String text) {
      return value(text, Condition.always());
    }

    /**
     * Values that a return or a look-up tells.
     *
     * @param words what stands there
     */
    Builder values(String words, Condition when, Value value) {
      cases.add(new Case(words, when, value));
      return this;
    }

    /** The same of all other aims. */
    Builder values(String words, Value value) {
      return values(words, Condition.always(), value);
    }

    /** The values that a look-up tells where it is complete, in order. */
    Builder known(List<String> values) {
      known = values;
      return this;
    }

    /** Of which aims the value is {@code Unknown}. */
    Builder unknown(String ofWhich) {
      unknown = ofWhich;
      return this;
    }

    /** Which aims have no value and are in no cell. */
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

    /** What it is called in the files of one report type. */
    Builder inFilesOf(ReportType type, FileColumn column) {
      inFilesOf.put(type.name(), column);
      return this;
    }

    /** The column of {@code provider_peer} that tells in how far providers differ by it. */
    Builder likeness(String column) {
      likeness = column;
      return this;
    }

    /** Its column is one that {@code qar_aim} has of {@code aim}. */
    Builder columnOfAim() {
      columnOfAim = true;
      return this;
    }

    Breakdown declare() {
      return new Breakdown(this);
    }
  }
}
