package org.openqar.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The exclusions of one aim in one report (3.9, 9.20 to 9.25). An aim that is overdue is looked at
 * as withdrawn and not achieved.
 */
record Exclusions(
    Window window,
    Sector sector,
    Switches switches,
    Siblings siblings,
    ReportType type,
    Chain chain,
    Seen aim,
    Integer hybridEndYear,
    boolean overdueContinuing,
    boolean overdueBreak) {
  private static final Set<String> NEVER_MEASURED = Set.of("F", "H", "I", "J", "K", "L", "M", "O");

  /** Classes of generic aims that the aims file does not list (3.9). */
  private static final Map<String, String> GENERIC_AIMS =
      Map.ofEntries(
          Map.entry("ZPROG001", "K"),
          Map.entry("ZWRKX001", "I"),
          Map.entry("ZWRKX002", "I"),
          Map.entry("ZWRKX003", "I"),
          Map.entry("Z0007834", "I"),
          Map.entry("Z0007835", "I"),
          Map.entry("Z0007836", "I"),
          Map.entry("Z0007837", "I"),
          Map.entry("Z0007838", "I"),
          Map.entry("Z0002347", "J"),
          Map.entry("ZESF0001", "L"));

  /** The codes that hold. All are tried, for aims in learning too (9.24). */
  SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    add(codes, "X-DATA", aim.spoilt());
    add(
        codes,
        "X-EPA",
        type == ReportType.APPRENTICESHIP
            && new Standing(switches).atEpa(aim)
            && !overdueContinuing);
    add(codes, "X-BREAK", aim.is(6) && !overdueBreak);
    if (withdrawn() && !achieved() && !(type.isApprenticeship() && isFund(81))) {
      if (!aim.restart() || switches.restartPeriod == Switches.RestartPeriod.SEGMENT) {
        add(codes, "X-QP", tooShort(days(aim.start, aim.plannedEnd), served(aim)));
      } else if (switches.restartPeriod == Switches.RestartPeriod.WHOLE) {
        add(codes, "X-QPRES", restartTooShort());
      }
    }
    add(codes, "X-XFER", transferred());
    add(codes, "X-INTERV", isReason(7));
    add(codes, "X-MERGE", isReason(47));
    add(
        codes,
        "X-EOP",
        type.isApprenticeship() && switches.employerOwnershipLdm.stream().anyMatch(this::hasLdm));
    add(
        codes,
        "X-TBNC",
        type.isApprenticeship()
            && switches.trailblazers
            && isFund(81)
            && aim.isStandard()
            && withdrawn()
            && contribution() <= 0);
    add(
        codes,
        "X-FOUND",
        type.isApprenticeship()
            && switches.foundation
            && aim.isStandard()
            && aim.stdCode != null
            && sector.foundationStandards().contains(aim.stdCode));
    add(codes, "X-STRAT", !type.isApprenticeship() && isReason(41));
    if (type == ReportType.EDUCATION_AND_TRAINING) {
      add(codes, "X-OLASS", isReason(28) && hasLdm("034"));
      add(codes, "X-IPLACE", isReason(48));
      add(codes, "X-JOB", intoEmployment());
      add(codes, "X-CLASS", classNeverMeasured());
    }
    return codes;
  }

  private static void add(Set<String> codes, String code, boolean holds) {
    if (holds) {
      codes.add(code);
    }
  }

  /** CompStatus 3, its old form 4, or treated so (9.20). */
  private boolean withdrawn() {
    return overdueContinuing || overdueBreak || aim.is(3) || aim.is(4);
  }

  private boolean achieved() {
    return !overdueContinuing && !overdueBreak && aim.outcome != null && aim.outcome == 1;
  }

  /** 1.3: CompStatus 4 is 3 with reason 40. */
  private boolean isReason(int reason) {
    return aim.is(4)
        ? reason == 40
        : aim.is(3) && aim.withdrawReason != null && aim.withdrawReason == reason;
  }

  private boolean transferred() {
    return isReason(40)
        && aim.actualEnd != null
        && !aim.actualEnd.isAfter(Siblings.lastDayOf(window.reportYear()))
        && siblings.transferred(chain, aim, type);
  }

  /** X-QP42, X-QP14, X-QP1. */
  private static boolean tooShort(Long planned, Long served) {
    if (planned == null || served == null) {
      return false;
    }
    return served < (planned >= 168 ? 42 : planned >= 14 ? 14 : 1);
  }

  /** X-QPRES, 9.21: the whole programme, the break left out. */
  private boolean restartTooShort() {
    List<Seen> segments = siblings.segments(chain, aim);
    Long served = served(aim);
    LocalDate start = aim.originalStart;
    for (Seen segment : segments) {
      Long before = days(segment.begun, segment.actualEnd);
      if (served != null && before != null) {
        served += Math.max(0, before);
      }
      if (aim.originalStart == null
          && segment.begun != null
          && (start == null || segment.begun.isBefore(start))) {
        start = segment.begun;
      }
    }
    return tooShort(days(start == null ? aim.start : start, aim.plannedEnd), served);
  }

  private Long served(Seen record) {
    return days(record.start, record.actualEnd);
  }

  private Long days(LocalDate from, LocalDate to) {
    return from == null || to == null
        ? null
        : (Long) (ChronoUnit.DAYS.between(from, to) + (switches.inclusiveDays ? 1 : 0));
  }

  /** X-TBNC: payments less refunds. */
  private long contribution() {
    long sum = 0;
    for (ReturnedAim.Payment payment : aim.source.payments()) {
      Integer amount = Seen.wholeOf(payment.amount());
      if ("PMR".equals(payment.type()) && amount != null) {
        sum +=
            switch (payment.code()) {
              case "1", "2" -> amount;
              case "3" -> -amount;
              default -> 0;
            };
      }
    }
    return sum;
  }

  /** X-JOB, 9.25. */
  private boolean intoEmployment() {
    boolean before = false;
    boolean after = false;
    for (ReturnedAim.Employment record : aim.source.employment()) {
      LocalDate from = Seen.dayOf(record.from());
      if (from != null && aim.start != null) {
        before |= Set.of("11", "12").contains(record.empStat()) && from.isBefore(aim.start);
        after |= record.empStat().equals("10") && from.isAfter(aim.start);
      }
    }
    return aim.compStatus != null
        && (!aim.is(1) || overdueContinuing)
        && !achieved()
        && Arrays.asList(1, 2).contains(aim.empOutcome)
        && before
        && after;
  }

  /** X-CLASS and X-HE, with the lists that only a user can supply (3.9, 9.23). */
  private boolean classNeverMeasured() {
    String code =
        sector.aimClasses().getOrDefault(aim.learnAimRef, GENERIC_AIMS.get(aim.learnAimRef));
    return (code != null && (NEVER_MEASURED.contains(code) || (code.equals("E") && isFund(25))))
        || switches.excludedLdm.stream().anyMatch(this::hasLdm)
        || (hybridEndYear != null
            && switches
                .excludedAimRefs
                .getOrDefault(hybridEndYear, Set.of())
                .contains(aim.learnAimRef));
  }

  private boolean isFund(int fundModel) {
    return aim.fundModel != null && aim.fundModel == fundModel;
  }

  private boolean hasLdm(String code) {
    return aim.source.fams().contains("LDM " + code);
  }
}
