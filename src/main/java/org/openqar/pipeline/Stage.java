package org.openqar.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;

/**
 * One step of the job, declared in one place: what it is called, what it reads and writes, what its
 * result depends on and how it runs. {@link Planner}, {@link Runner}, {@link RunLog}, the choices
 * of {@code --from} and {@code --to} and the manual know a stage by nothing else.
 *
 * <p>What a result depends on is what the stage is {@linkplain Builder#settledBy settled by}, its
 * sources, and all that the stages depend on whose tables it reads.
 */
public final class Stage {
  private final Builder declared;

  private Stage(Builder declared) {
    this.declared = declared;
  }

  /** Begins a declaration. */
  static Builder stage(String label) {
    return new Builder(label);
  }

  /** Its name, as people write it. */
  public String label() {
    return declared.label;
  }

  /** What it does, in a few words. */
  public String what() {
    return declared.what;
  }

  /** The tables of other stages that it reads. */
  public List<Table> reads() {
    return declared.reads;
  }

  /** The tables that it writes. */
  public List<Table> writes() {
    return declared.writes;
  }

  /** What it reads from outside: a title and a few lines on each. */
  public List<Outside> outside() {
    return declared.sources.stream()
        .map(source -> new Outside(source.title(), source.means()))
        .toList();
  }

  /** Something that a stage reads and no stage writes. */
  public record Outside(String title, List<String> means) {}

  /** Whether the rules of the edition decide its result, and not only its parameters. */
  public boolean appliesRules() {
    return declared.appliesRules;
  }

  /** The layer of its tables. */
  public TableLayer layer() {
    return declared.writes.get(0).layer();
  }

  /**
   * Whether its rows belong to one edition and report year, so that it may compute those of some
   * providers only; otherwise its tables are of all runs.
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

  /** The column of {@code run} that tells what settled it, if it has one. */
  Optional<Logged> logged() {
    return Optional.ofNullable(declared.logged);
  }

  /**
   * Where {@code run} has a stage's fingerprint.
   *
   * @param own whether of the stage alone, and not of those that it reads from as well
   */
  record Logged(String column, boolean own) {}

  /** Why a later stage cannot be the first to run when this one has no rows yet. */
  Optional<String> missing() {
    return Optional.ofNullable(declared.missing);
  }

  /** Why a later stage cannot be the first to run when this one would come out otherwise now. */
  String outdated() {
    return "%s: start from %s.".formatted(declared.outdated, label());
  }

  /** Whether it reads a table that another one writes. */
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

  /** A declaration in the making. */
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
      this.outdated = "The tables of %s are not those of now".formatted(label);
    }

    /** What it does, in a few words. */
    Builder does(String inWords) {
      this.what = inWords;
      return this;
    }

    /** What it reads from outside. */
    Builder from(Source... outside) {
      this.sources = List.of(outside);
      return this;
    }

    /** The tables of earlier stages that it reads. */
    Builder reads(Table... tables) {
      this.reads = List.of(tables);
      return this;
    }

    /** The tables that it writes, and no other stage does. */
    Builder writes(Table... tables) {
      return writes(List.of(tables));
    }

    Builder writes(List<Table> tables) {
      this.writes = List.copyOf(tables);
      return this;
    }

    /** Its rows belong to one edition and report year, and are of some providers if need be. */
    Builder forEachEdition() {
      this.ofEdition = true;
      return this;
    }

    /** The rules of the edition decide its result. */
    Builder appliesRules() {
      this.appliesRules = true;
      return this;
    }

    /** What decides its result beside what it reads: equal texts, equal results. */
    Builder settledBy(Function<Job, List<String>> texts) {
      this.settledBy = texts;
      return this;
    }

    /** The column of {@code run} for the hash of all that its result depends on. */
    Builder loggedAs(String column) {
      this.logged = new Logged(column, false);
      return this;
    }

    /** The column of {@code run} for the hash of what it is settled by itself. */
    Builder settlementLoggedAs(String column) {
      this.logged = new Logged(column, true);
      return this;
    }

    /** What to say when a later stage is to be the first and this one never ran. */
    Builder whenMissing(String sentence) {
      this.missing = sentence;
      return this;
    }

    /** What to say when a later stage is to be the first and this one would come out otherwise. */
    Builder whenOutdated(String sentence) {
      this.outdated = sentence;
      return this;
    }

    /** How it runs; it hands on what the stages after it go by. */
    Stage handsOn(BiFunction<Tools, HandedOn, HandedOn> how) {
      if (reads.stream().anyMatch(writes::contains)) {
        throw new IllegalStateException("Stage " + label + " reads what it writes");
      }
      this.work = how;
      return new Stage(this);
    }

    /** How it runs, where it changes nothing that later stages go by. */
    Stage runs(BiConsumer<Tools, HandedOn> how) {
      return handsOn(
          (tools, before) -> {
            how.accept(tools, before);
            return before;
          });
    }
  }
}
