package org.openqar.oracle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A returned aim with its values read (9.11, 9.12), and whose it turned out to be. */
final class Seen {
  static final String TEMPORARY_ULN = "9999999999";

  final ReturnedAim source;

  /** Deciding elements that are unreadable, or missing where required. */
  final Set<String> unreadable = new HashSet<>();

  final String learnAimRef;
  final Integer aimType;
  final Integer fundModel;
  final Integer progType;
  final Integer stdCode;
  final Integer fworkCode;
  final Integer pwayCode;
  final Integer compStatus;
  final Integer withdrawReason;
  final Integer outcome;
  final Integer aimSeqNumber;
  final Integer empOutcome;
  final LocalDate start;
  final LocalDate originalStart;
  final LocalDate plannedEnd;
  final LocalDate actualEnd;
  final LocalDate achDate;
  final String realUln;

  /** An end lies before the start. */
  final boolean endBeforeStart;

  /** The provider after mergers and moves (3.2, 3.3). */
  int provider;

  /** The reference number after changes (3.3). */
  String referenceNumber;

  /** From the year of each change or move on: the provider whose return told it (9.3). */
  final TreeMap<Integer, Integer> toldBy = new TreeMap<>();

  /** Who it is in matching; null when nothing tells. */
  String learner;

  /** Who it is beside other aims: a ULN in every edition, if one is known (9.6). */
  String person;

  /** The standard in its key; null for other training, and where it cannot be read (3.4). */
  Integer standard;

  /** The framework in its key; null for a standard, and where it cannot be read (3.4). */
  Integer framework;

  /** The pathway after 9.9: 0 when there is none. */
  int pathway;

  /** The start, told by the aim that it joined where it does not tell it itself (9.11). */
  LocalDate begun;

  Seen(ReturnedAim source) {
    this.source = source;
    learnAimRef = plain(source.delivery(), "LearnAimRef");
    aimType = code("AimType", true, 1, 3, 4, 5);
    fundModel = whole("FundModel", true);
    progType = whole("ProgType", false);
    stdCode = whole("StdCode", false);
    fworkCode = whole("FworkCode", false);
    pwayCode = whole("PwayCode", false);
    compStatus = code("CompStatus", true, 1, 2, 3, 4, 6);
    withdrawReason = whole("WithdrawReason", false);
    outcome = code("Outcome", false, 1, 2, 3, 8);
    start = day("LearnStartDate", true);
    originalStart = day("OrigLearnStartDate", false);
    plannedEnd = day("LearnPlanEndDate", true);
    actualEnd = day("LearnActEndDate", false);
    achDate = day("AchDate", false);
    aimSeqNumber = wholeOf(plain(source.delivery(), "AimSeqNumber"));
    empOutcome = wholeOf(plain(source.delivery(), "EmpOutcome"));
    endBeforeStart =
        start != null
            && ((plannedEnd != null && plannedEnd.isBefore(start))
                || (actualEnd != null && actualEnd.isBefore(start)));
    realUln = realUln(plain(source.learner(), "ULN"));
    referenceNumber = plain(source.learner(), "LearnRefNumber");
    standard = isStandard() ? stdCode : null;
    framework = isStandard() ? null : fworkCode;
    pathway = isStandard() || pwayCode == null ? 0 : pwayCode;
    begun = start;
  }

  int year() {
    return source.year();
  }

  /** The year that it tells of: R04 tells of the year before, after its close (3.3, 9.18). */
  int shownYear() {
    return source.isFinal() ? year() : year() - 1;
  }

  /** Whether CompStatus is so. */
  boolean is(int status) {
    return compStatus != null && compStatus == status;
  }

  boolean restart() {
    return source.fams().contains("RES 1");
  }

  boolean spoilt() {
    return endBeforeStart || !unreadable.isEmpty();
  }

  /** AimType with 4 for 5: whether it is the core aim changes from year to year (3.4, 9.7). */
  Integer kind() {
    return aimType != null && aimType == 5 ? (Integer) 4 : aimType;
  }

  /** A record that only closes an aim, to correct it or to hand it on (3.4). */
  boolean isVoidClosing() {
    boolean withReason = withdrawReason != null && List.of(7, 40, 47).contains(withdrawReason);
    boolean onFirstDay = actualEnd != null && actualEnd.equals(start);
    return is(4) || (is(3) && (withReason || onFirstDay));
  }

  /** Returned by the provider that the aim belongs to, not by one before it (3.4). */
  boolean isOwn() {
    return source.ukprn() == provider;
  }

  boolean isStandard() {
    return progType != null && progType == 25;
  }

  /** AimType and ProgType tell whether an aim is in a report; without LearnAimRef it is in none. */
  boolean reportable() {
    return learnAimRef != null && !cannotRead("AimType") && !cannotRead("ProgType");
  }

  /** 3.4: the parts of the key can all be read. */
  boolean hasKey() {
    boolean programme =
        isStandard() ? cannotRead("StdCode") : cannotRead("FworkCode") || cannotRead("PwayCode");
    return start != null && !programme;
  }

  /** It cannot be read which aim it is (9.11). */
  boolean keyInDoubt() {
    return !reportable() || !hasKey();
  }

  /** It could be of more aims than it is put into, or take up a break (9.11). */
  boolean doubtful() {
    return keyInDoubt() || cannotRead("LearnPlanEndDate") || cannotRead("OrigLearnStartDate");
  }

  boolean cannotRead(String element) {
    return unreadable.contains(element);
  }

  /** The key of 3.4 but for the start. FundModel and AimSeqNumber are not in it (9.7). */
  String keyWithoutStart() {
    return keyWithoutPathway() + "|" + (isStandard() ? "" : pathway);
  }

  String keyWithoutPathway() {
    return String.join(
        "|",
        String.valueOf(provider),
        learner,
        String.valueOf(kind()),
        learnAimRef,
        String.valueOf(progType),
        String.valueOf(isStandard() ? stdCode : fworkCode));
  }

  /**
   * The five parts by which an aim is known at two providers: AimType, LearnAimRef, ProgType, the
   * training and the start (3.3); null where one cannot be read.
   */
  String partsOfAim() {
    if (!reportable() || !hasKey()) {
      return null;
    }
    String training =
        isStandard()
            ? String.valueOf(stdCode)
            : (fworkCode == null ? 0 : fworkCode) + "/" + (pwayCode == null ? 0 : pwayCode);
    return String.join(
        "|",
        String.valueOf(kind()),
        learnAimRef,
        String.valueOf(progType),
        training,
        String.valueOf(start));
  }

  /** It is of the same aim as a record whose key can be read (9.11). */
  void join(Seen record) {
    standard = record.standard;
    framework = record.framework;
    pathway = record.pathway;
    begun = start == null ? record.start : start;
  }

  String key() {
    return keyWithoutStart() + "|" + start;
  }

  static String plain(Map<String, String> elements, String name) {
    String text = elements.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  static String realUln(String text) {
    return text != null && text.matches("[1-9][0-9]{9}") && !text.equals(TEMPORARY_ULN)
        ? text
        : null;
  }

  static LocalDate dayOf(String text) {
    if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Integer wholeOf(String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }

  private LocalDate day(String name, boolean required) {
    String text = plain(source.delivery(), name);
    return noting(name, text, dayOf(text), required);
  }

  private Integer whole(String name, boolean required) {
    String text = plain(source.delivery(), name);
    return noting(name, text, wholeOf(text), required);
  }

  private Integer code(String name, boolean required, Integer... codes) {
    String text = plain(source.delivery(), name);
    Integer value = wholeOf(text);
    return noting(name, text, Arrays.asList(codes).contains(value) ? value : null, required);
  }

  private <T> T noting(String name, String text, T value, boolean required) {
    if (value == null && (text != null || required)) {
      unreadable.add(name);
    }
    return value;
  }
}
