package org.openqar.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who returns a learner in a year, under which number, and what they say of it. */
record Whereabouts(Story story, Story.Learner learner, int position) {

  /**
   * A provider that returns the learner.
   *
   * @param previousNumber PrevLearnRefNumber; null for none
   * @param previousProvider PrevUKPRN by position; null for none
   * @param preMergerProvider PMUKPRN by position; null for none
   * @param fams LearnerFAM types and codes
   * @param closing the reason with which open aims are closed here; 0 for not
   * @param arrived the newest step that led here; null for none
   */
  record Place(
      int provider,
      String number,
      String previousNumber,
      Integer previousProvider,
      Integer preMergerProvider,
      Set<String> fams,
      int closing,
      Story.Step arrived) {
    private Place closedWith(int reason) {
      return new Place(provider, number, null, null, null, Set.of(), reason, arrived);
    }

    private Place silent() {
      return closedWith(0);
    }
  }

  /** The places of a year: after all steps, and those that have just been left. */
  List<Place> in(int year) {
    List<Place> places = new ArrayList<>();
    Place here =
        new Place(
            learner.provider() % story.providers(),
            "L" + position,
            null,
            null,
            null,
            Set.of(),
            0,
            null);
    for (Story.Step step : learner.steps()) {
      if (step.year() > year) {
        if (step.year() == year + 1
            && step.moves()
            && step.left() == Story.Left.CLOSED_THE_YEAR_BEFORE) {
          here = here.closedWith(reasonOf(step));
        }
        break;
      }
      Place before = here;
      here = after(here, step, year);
      if (step.year() == year && step.moves()) {
        if (step.left() == Story.Left.CLOSED) {
          places.add(before.closedWith(reasonOf(step)));
        } else if (step.left() == Story.Left.AS_BEFORE) {
          places.add(before.silent());
        }
      }
    }
    places.add(here);
    return merged(places, year);
  }

  private Place after(Place before, Story.Step step, int year) {
    int provider = step.moves() ? (before.provider() + 1) % story.providers() : before.provider();
    boolean keeps = step.moves() && step.keepsNumber();
    String number = keeps ? before.number() : before.number() + (char) ('a' + step.year() % 20);
    boolean told = step.everAfter() ? year >= step.year() : year == step.year();
    Story.Step arrived = step.moves() ? step : before.arrived();
    Place silent = new Place(provider, number, null, null, null, Set.of(), 0, arrived);
    if (!told) {
      return silent;
    }
    String previous = before.number();
    String another = "L" + Math.max(0, position - 1);
    String kept = keeps && step.year() % 2 == 0 ? null : previous;
    Integer from = before.provider();
    return switch (step.kind()) {
      case NUMBER_TOLD -> told(silent, previous, null, null, Set.of());
      case NUMBER_UNTOLD, MOVE_UNTOLD -> silent;
      case NUMBER_OF_ANOTHER -> told(silent, another, null, null, Set.of());
      case NUMBER_WITH_PM_UKPRN -> told(silent, previous, null, from, Set.of());
      case MOVE_PLAIN -> told(silent, kept, from, null, Set.of());
      case MOVE_OF_ANOTHER -> told(silent, another, from, null, Set.of());
      case MOVE_NLM_17 -> told(silent, kept, from, null, Set.of("NLM 17"));
      case MOVE_NLM_18 -> told(silent, kept, from, null, Set.of("NLM 18"));
      case MOVE_PM_UKPRN -> told(silent, kept, from, from, Set.of());
    };
  }

  private static Place told(
      Place here, String number, Integer provider, Integer preMerger, Set<String> fams) {
    return new Place(
        here.provider(),
        here.number(),
        number,
        provider,
        preMerger,
        fams,
        here.closing(),
        here.arrived());
  }

  /** The reason with which an old provider closes what a step leaves behind. */
  private static int reasonOf(Story.Step step) {
    return switch (step.kind()) {
      case MOVE_NLM_18 -> 7;
      case MOVE_NLM_17, MOVE_PM_UKPRN -> 47;
      default -> 2;
    };
  }

  /** The second provider's learners are the first's from a merger on. */
  private List<Place> merged(List<Place> places, int year) {
    Story.Merger merger = story.merger();
    if (merger == null || merger.year() > year) {
      return places;
    }
    Story.Handover handover = learner.handover();
    List<Place> after = new ArrayList<>();
    for (Place place : places) {
      if (place.provider() != 1) {
        after.add(place);
        continue;
      }
      String number = place.number() + (handover.newNumber() ? "m" : "");
      boolean first = year == merger.year();
      boolean told = first && handover.told();
      if (first && merger.bothReturn() && handover.byBoth()) {
        after.add(handover.closing() == 0 ? place : place.closedWith(handover.closing()));
      }
      Place next =
          new Place(
              0,
              number,
              place.previousNumber(),
              place.previousProvider(),
              place.preMergerProvider(),
              place.fams(),
              place.closing(),
              place.arrived());
      after.add(
          told
              ? told(next, handover.newNumber() ? place.number() : null, 1, 1, Set.of("NLM 17"))
              : next);
    }
    return after;
  }
}
