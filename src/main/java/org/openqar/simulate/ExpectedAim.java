package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One row of what must come out: an aim, who has it, and its answer for the year reported. */
record ExpectedAim(
    String journey,
    int ukprn,
    Identity identity,
    LocalDate start,
    boolean restart,
    Answer answer,
    String ageBand,
    Programme programme) {

  /** By provider, reference number, start; a second aim of the same day by its programme. */
  static final Comparator<ExpectedAim> ORDER =
      Comparator.comparingInt(ExpectedAim::ukprn)
          .thenComparing(aim -> aim.identity().reference())
          .thenComparing(ExpectedAim::start)
          .thenComparing(aim -> aim.programme().code());

  /** The aims of a learner that the returns contain; none has a row that is in no return. */
  static List<ExpectedAim> of(Learner learner) {
    return learner.aims().stream().map(aim -> of(learner, aim)).filter(Objects::nonNull).toList();
  }

  private static ExpectedAim of(Learner learner, AimStory aim) {
    Integer newest = aim.newestIn(learner.window().read());
    if (newest == null) {
      return null;
    }
    Identity identity = learner.identityIn(newest);
    Provider home = learner.home();
    return new ExpectedAim(
        learner.journey().name(),
        identity.ukprn() == home.ukprn() ? home.survivor() : identity.ukprn(),
        identity,
        aim.start(),
        aim.isRestart(),
        aim.answer(),
        learner.person().ageBandOn(aim.firstStart()),
        aim.programme());
  }

  static Csv file(Path folder) throws IOException {
    return new Csv(
        folder.resolve("qar_aim.csv"),
        "journey",
        "ukprn",
        "learn_ref_number",
        "uln",
        "learn_start_date",
        "restart",
        "qar_status",
        "hybrid_end_year",
        "hybrid_end_year_from",
        "overdue_continuing",
        "overdue_planned_break",
        "exclusions",
        "completer",
        "achiever",
        "age_band",
        "level",
        "ssa_t1");
  }

  void write(Csv csv, int reportYear) throws IOException {
    csv.row(
        journey,
        ukprn,
        identity.reference(),
        identity.uln(),
        start,
        restart,
        answer.status(reportYear),
        answer.hybridEndYear(),
        answer.from() == null ? null : answer.from().column(),
        answer.overdueContinuing(),
        answer.overduePlannedBreak(),
        answer.exclusionColumns(),
        answer.isCompleter(reportYear),
        answer.isAchiever(reportYear),
        ageBand,
        programme.levelName(),
        programme.area().firstTier());
  }
}
