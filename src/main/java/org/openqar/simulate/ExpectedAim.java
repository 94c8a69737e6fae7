package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openqar.csv.CsvFile;

/** One expected row: an aim, its learner and provider, and its answer for the reported year. */
record ExpectedAim(
    String journey,
    int ukprn,
    Identity identity,
    LocalDate start,
    boolean restart,
    Answer answer,
    String ageBand,
    String reportType,
    String aimReference,
    String level,
    String subject) {

  private static final String APPRENTICESHIP = "apprenticeship";
  private static final String TRAINEESHIP = "traineeship";
  private static final String COMPONENT = "_component";
  private static final String EDUCATION = "education_and_training";

  /**
   * By provider, reference number and start. Aims that start on the same day are ordered by what
   * they are.
   */
  static final Comparator<ExpectedAim> ORDER =
      Comparator.comparingInt(ExpectedAim::ukprn)
          .thenComparing(aim -> aim.identity().reference())
          .thenComparing(ExpectedAim::start)
          .thenComparing(ExpectedAim::aimReference)
          .thenComparing(ExpectedAim::subject)
          .thenComparing(ExpectedAim::level);

  /**
   * Returns the aims of a learner that the returns contain. An aim that is in no return has no row.
   */
  static List<ExpectedAim> of(Learner learner) {
    List<ExpectedAim> aims = new ArrayList<>();
    for (AimStory aim : learner.aims()) {
      Integer newest = aim.newestIn(learner.window().read());
      if (newest != null) {
        aims.add(programme(learner, aim, newest));
        aim.components().forEach(component -> aims.add(component(learner, aim, component, newest)));
      }
    }
    Course course = learner.course();
    if (course != null && learner.window().read().contains(course.year())) {
      aims.add(course(learner, course));
    }
    return aims;
  }

  private static ExpectedAim programme(Learner learner, AimStory aim, int newest) {
    SimulatedProgramme programme = aim.programme();
    return new ExpectedAim(
        learner.journey().name(),
        learner.countedAt(),
        learner.identityIn(newest),
        aim.start(),
        aim.isRestart(),
        aim.answer(),
        learner.person().ageBandOn(aim.firstStart()),
        programme.isTraineeship() ? TRAINEESHIP : APPRENTICESHIP,
        LearningAim.PROGRAMME.ref(),
        programme.levelName(),
        programme.subject());
  }

  private static ExpectedAim component(
      Learner learner, AimStory aim, LearningAim component, int newest) {
    return new ExpectedAim(
        learner.journey().name(),
        learner.countedAt(),
        learner.identityIn(newest),
        aim.start(),
        aim.isRestart(),
        aim.componentAnswer(),
        learner.person().ageBandOn(aim.firstStart()),
        (aim.programme().isTraineeship() ? TRAINEESHIP : APPRENTICESHIP) + COMPONENT,
        component.ref(),
        component.levelName(),
        component.area().firstTier());
  }

  private static ExpectedAim course(Learner learner, Course course) {
    return new ExpectedAim(
        learner.journey().name(),
        learner.countedAt(),
        learner.identityIn(course.year()),
        course.start(),
        false,
        course.answer(),
        learner.person().ageBandOfCourse(course.start()),
        EDUCATION,
        course.aim().ref(),
        course.aim().levelName(),
        course.aim().area().firstTier());
  }

  static CsvFile file(Path folder) throws IOException {
    return new CsvFile(
        folder.resolve("qar_aim.csv"),
        "journey",
        "report_type",
        "ukprn",
        "learn_ref_number",
        "uln",
        "learn_aim_ref",
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

  void write(CsvFile csv, int reportYear) throws IOException {
    csv.row(
        journey,
        reportType,
        ukprn,
        identity.reference(),
        identity.uln(),
        aimReference,
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
        level,
        subject);
  }
}
