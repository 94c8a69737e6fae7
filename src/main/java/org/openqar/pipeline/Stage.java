package org.openqar.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;

/**
 * One step of the job. One declaration gives its name, what it reads and writes, what its result
 * depends on and how it runs. {@link Planner}, {@link Runner}, {@link RunLog}, the choices of
 * {@code --from} and {@code --to} and the manual use only this declaration.
 *
 * <p>A result depends on three things: the texts that {@linkplain Builder#settledBy settle} the
 * stage, its sources, and everything that the stages whose tables it reads depend on.
 */
public final class Stage {
  private final Builder declared;

  private Stage(Builder declared) {
    this.declared = declared;
  }

  /** Begins the declaration of a stage. */
  static Builder stage(String label) {
    return new Builder(label);
  }

  /** Returns the name, as people write it. */
  public String label() {
    return declared.label;
  }

  /** Returns what the stage does, in a few words. */
  public String what() {
    return declared.what;
  }

  /** Returns the tables of other stages that it reads. */
  public List<Table> reads() {
    return declared.reads;
  }

  /** Returns the tables that it writes. */
  public List<Table> writes() {
    return declared.writes;
  }

  /** Returns what the stage reads that no stage wrote: a title and a few lines for each. */
  public List<Outside> outside() {
    return declared.sources.stream()
        .map(source -> new Outside(source.title(), source.means()))
        .toList();
  }

  /** An input that a stage reads and no stage writes. */
  public record Outside(String title, List<String> means) {}

  /** Whether the rules of the edition decide the result, and not only its parameters. */
  public boolean appliesRules() {
    return declared.appliesRules;
  }

  /** Returns the layer of the stage's tables. */
  public TableLayer layer() {
    return declared.writes.get(0).layer();
  }

  /**
   * Whether the stage's rows belong to one edition and report year. Such a stage can compute the
   * rows of some providers only. Otherwise all runs share its tables.
   */
  boolean isOfEdition() {
    return declared.ofEdition;
  }

  List<Source> sources() {
    return declared.sources;
  }

  List<String> settledBy(Job job) {
    return declared.settledBy.apply(job);
  }

  /** Returns the column of {@code run} that identifies what settled the stage, if there is one. */
  Optional<Logged> logged() {
    return Optional.ofNullable(declared.logged);
  }

  /**
   * The place of a stage's fingerprint in {@code run}.
   *
   * @param own whether the fingerprint covers the stage alone, or also the stages that it reads
   *     from
   */
  record Logged(String column, boolean own) {}

  /** Says why a later stage cannot run first while this one has no rows. */
  Optional<String> missing() {
    return Optional.ofNullable(declared.missing);
  }

  /** Says why a later stage cannot run first while this one is out of date. */
  String outdated() {
    return "%s: start from %s.".formatted(declared.outdated, label());
  }

  /** Whether the stage reads a table that another one writes. */
  public boolean readsFrom(Stage other) {
    return other.writes().stream().anyMatch(reads()::contains);
  }

  HandedOn run(Tools tools, HandedOn before) {
    return declared.work.apply(tools, before);
  }

  @Override
  public String toString() {
    return label();
  }

  /** The declaration in progress. */
  static final class Builder {
    private final String label;
    private String what;
    private List<Table> reads = List.of();
    private List<Table> writes = List.of();
    private List<Source> sources = List.of();
    private boolean ofEdition;
    private boolean appliesRules;
    private Function<Job, List<String>> settledBy = job -> List.of();
    private Logged logged;
    private String missing;
    private String outdated;
    private BiFunction<Tools, HandedOn, HandedOn> work;

    private Builder(String label) {
      this.label = label;
      this.outdated = "The tables of %s are out of date".formatted(label);
    }

    /** Declares what the stage does, in a few words. */
    Builder does(String inWords) {
      this.what = inWords;
      return this;
    }

    /** Declares what the stage reads that no stage wrote. */
    Builder from(Source... outside) {
      this.sources = List.of(outside);
      return this;
    }

    /** Declares the tables of earlier stages that it reads. */
    Builder reads(Table... tables) {
      this.reads = List.of(tables);
      return this;
    }

    /** Declares the tables that it writes, and that no other stage writes. */
    Builder writes(Table... tables) {
      return writes(List.of(tables));
    }

    Builder writes(List<Table> tables) {
      this.writes = List.copyOf(tables);
      return this;
    }

    /**
     * Declares that the rows belong to one edition and report year, and can be computed for some
     * providers only.
     */
    Builder forEachEdition() {
      this.ofEdition = true;
      return this;
    }

    /** Declares that the rules of the edition decide the result. */
    Builder appliesRules() {
      this.appliesRules = true;
      return this;
    }

    /**
     * Declares what decides the result besides what the stage reads. Equal texts give equal
     * results.
     */
    Builder settledBy(Function<Job, List<String>> texts) {
      this.settledBy = texts;
      return this;
    }

    /** Declares the column of {@code run} for the hash of everything that the result depends on. */
    Builder loggedAs(String column) {
      this.logged = new Logged(column, false);
      return this;
    }

    /** Declares the column of {@code run} for the hash of what settles this stage alone. */
    Builder settlementLoggedAs(String column) {
      this.logged = new Logged(column, true);
      return this;
    }

    /** Declares what to say if a later stage should run first and this one never ran. */
    Builder whenMissing(String sentence) {
      this.missing = sentence;
      return this;
    }

    /** Declares what to say if a later stage should run first and this one is out of date. */
    Builder whenOutdated(String sentence) {
      this.outdated = sentence;
      return this;
    }

    /** Declares how the stage runs. It passes on what the stages after it need. */
    Stage handsOn(BiFunction<Tools, HandedOn, HandedOn> how) {
      if (reads.stream().anyMatch(writes::contains)) {
        throw new IllegalStateException("Stage " + label + " reads what it writes");
      }
      this.work = how;
      return new Stage(this);
    }

    /** Declares how the stage runs if it changes nothing that later stages need. */
    Stage runs(BiConsumer<Tools, HandedOn> how) {
      return handsOn(
          (tools, before) -> {
            how.accept(tools, before);
            return before;
          });
    }
  }
}
