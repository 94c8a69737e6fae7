package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.reference.ReferenceFiles;
import org.openqar.returns.CountingRules;
import org.openqar.returns.Inventory;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.returns.ReturnedFile;
import org.openqar.returns.Returns;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.RuleBook;
import org.openqar.spark.Engine;

/**
 * The request for a run, and everything that can be found out before any stage runs. Needs no Spark
 * session.
 */
final class Job {
  private static final String CODE = Sha256.ofCode(Pipeline.class);

  private final Engine engine;
  private final Settings settings;
  private final Edition edition;
  private final CollectionCalendar calendar;
  private final RunLog log;
  private final Reading reading;
  private final RuleBook book;
  private final List<String> keptFigures;
  private List<ReturnedFile> found;
  private Map<String, Long> noReturns = Map.of();
  private Mergers mergers;

  /**
   * @param log the runs so far
   * @throws UserException if a history that is kept as published lacks a run, or a limit or the
   *     pseudonym key cannot be used
   */
  Job(Engine engine, Settings settings, Edition edition, CollectionCalendar calendar, RunLog log) {
    this.engine = engine;
    this.settings = settings;
    this.edition = edition;
    this.calendar = calendar;
    this.log = log;
    this.book = ReportTypes.book(edition, settings.reportYear());
    BenchmarksStage.refuseUnusable(settings);
    this.reading = Reading.of(settings, engine.hadoop());
    this.keptFigures = KeptFigures.runs(log, settings, edition);
  }

  Settings settings() {
    return settings;
  }

  Edition edition() {
    return edition;
  }

  Reading reading() {
    return reading;
  }

  RuleBook book() {
    return book;
  }

  RunLog log() {
    return log;
  }

  Configuration hadoop() {
    return engine.hadoop();
  }

  /** Returns what decides how a return is read and whether it counts. The program is part of it. */
  List<String> waysOfReading() {
    List<String> ways = new ArrayList<>(reading.fingerprint());
    ways.add(CODE);
    ways.add(countingRules().toString());
    return ways;
  }

  /**
   * Returns what decides how aims are judged: the rules, and the runs whose published figures are
   * kept.
   */
  List<String> rules() {
    List<String> rules = new ArrayList<>(keptFigures);
    rules.add(book.fingerprint());
    return rules;
  }

  CountingRules countingRules() {
    return new CountingRules(
        calendar,
        settings.returns().yearConflict(),
        settings.returns().providerConflict(),
        edition.returns().lookAhead().value() == Edition.LookAhead.R04);
  }

  /**
   * Finds the returned files and their headers, once.
   *
   * @throws UserException if there are none
   */
  List<ReturnedFile> found() {
    if (found == null) {
      Inventory inventory = inventory();
      found = inventory.of(settings.returns().roots());
      noReturns = inventory.others();
      if (found.isEmpty()) {
        throw UserException.failed(
            "No file below %s ends in .xml, .xml.gz or .zip%s: give the folder of the returns."
                .formatted(
                    settings.returns().shownRoots(),
                    noReturns.isEmpty()
                        ? ""
                        : ", only in " + String.join(", ", noReturns.keySet())));
      }
    }
    return found;
  }

  private Inventory inventory() {
    return new Inventory(
        reading.limits(), engine.hadoop(), bytes -> new Sizing(bytes, engine).hashing());
  }

  /**
   * Returns the same files after reading those that count to the end. Keeps none of their records.
   */
  Returns readThrough(Returns judged) {
    Returns returns = judged;
    Set<String> read = new HashSet<>();
    while (true) {
      List<String> unread =
          returns.with(Status.ACCEPTED).stream()
              .map(file -> file.file().sourceFile())
              .filter(read::add)
              .toList();
      if (unread.isEmpty()) {
        return returns;
      }
      returns = returns.refusing(inventory().readThrough(unread));
    }
  }

  /** Counts the files in the returns folder that are not returns, by the ending of their names. */
  Map<String, Long> noReturns() {
    found();
    return noReturns;
  }

  ReferenceFiles reference() {
    return new ReferenceFiles(engine.hadoop(), settings.reference());
  }

  /** Uses the reference data of the last run. */
  void standOnReference() {
    mergers = Mergers.of(log.tables());
  }

  /** Reads the mergers of providers, once. */
  Mergers mergers() {
    if (mergers == null) {
      mergers = Mergers.of(reference());
    }
    return mergers;
  }

  /**
   * Finds provider-years without a usable final return, except those of providers that had already
   * merged.
   */
  List<Returns.Gap> gaps(Map<Integer, Set<Integer>> finalYears) {
    return mergers()
        .without(Returns.gaps(finalYears, settings.firstLoadedYear(), settings.lastLoadedYear()));
  }
}
