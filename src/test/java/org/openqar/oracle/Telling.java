package org.openqar.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a story as the returns that were made of it. */
final class Telling {
  /** Reference data of every generated sector. */
  static final Map<String, String> AIM_CLASSES =
      Map.of("60000001", "G", "60000002", "E", "50000001", "C", "Z0002347", "G", "ZWRKX002", "");

  static final Set<Integer> FOUNDATION_STANDARDS = Set.of(103);

  private static final int LAST_LOOK_AHEAD = Sectors.REPORT_YEAR + 1;

  private final Story story;
  private final int firstUkprn;
  private final int firstYear;
  private final List<ReturnedAim> records = new ArrayList<>();
  private final List<Sector.Destination> destinations = new ArrayList<>();
  private final Set<Sector.ProviderYear> finalReturns = new HashSet<>();

  private Telling(Story story, int firstUkprn) {
    this.story = story;
    this.firstUkprn = firstUkprn;
    this.firstYear = story.longHistory() ? Sectors.YEAR_BEFORE : Sectors.FIRST_YEAR;
  }

  /** The sector of a story; its providers are numbered from a UKPRN on, at most ten of them. */
  static Sector of(Story story, int firstUkprn) {
    return new Telling(story, firstUkprn).sector();
  }

  private Sector sector() {
    for (int provider = 0; provider < story.providers(); provider++) {
      for (int year = firstYear; year <= Sectors.REPORT_YEAR; year++) {
        if (returns(provider, year)
            && !story.missing().contains(new Story.ProviderYear(provider, year))) {
          finalReturns.add(new Sector.ProviderYear(firstUkprn + provider, year));
        }
      }
    }
    for (int i = 0; i < story.learners().size(); i++) {
      tell(i, story.learners().get(i));
    }
    List<Sector.Merger> mergers =
        story.merger() == null
            ? List.of()
            : List.of(new Sector.Merger(firstUkprn + 1, firstUkprn, story.merger().year()));
    return new Sector(
        records, destinations, finalReturns, mergers, AIM_CLASSES, FOUNDATION_STANDARDS);
  }

  /** Whether a provider still makes returns in a year. */
  private boolean returns(int provider, int year) {
    Story.Merger merger = story.merger();
    return provider != 1
        || merger == null
        || year < merger.year()
        || (year == merger.year() && merger.bothReturn());
  }

  private void tell(int number, Story.Learner learner) {
    List<Life> lives = new ArrayList<>();
    for (Story.Aim aim : learner.aims()) {
      lives.add(Life.of(aim, lives));
    }
    for (int year = firstYear; year <= LAST_LOOK_AHEAD; year++) {
      for (int returnNumber : List.of(ReturnedAim.LOOK_AHEAD, ReturnedAim.FINAL)) {
        for (Whereabouts.Place place : new Whereabouts(story, learner, number).in(year)) {
          if (exists(place.provider(), year, returnNumber)) {
            tell(number, learner, lives, place, year, returnNumber);
          }
        }
      }
    }
  }

  private boolean exists(int provider, int year, int returnNumber) {
    return returnNumber == ReturnedAim.FINAL
        ? finalReturns.contains(new Sector.ProviderYear(firstUkprn + provider, year))
        : year > firstYear;
  }

  private void tell(
      int number,
      Story.Learner learner,
      List<Life> lives,
      Whereabouts.Place place,
      int year,
      int returnNumber) {
    Map<String, String> who = who(number, learner, place, year);
    List<ReturnedAim.Employment> employment = new ArrayList<>();
    for (Story.Employment record : learner.employment()) {
      employment.add(
          new ReturnedAim.Employment(
              record.empStat(), lives.get(0).start().plusDays(record.daysFromStart()).toString()));
    }
    int sequence = 1;
    for (Life life : lives) {
      for (Map<String, String> delivery : life.returned(year, returnNumber, place)) {
        Set<String> fams = life.fams(place);
        if (!delivery.containsKey(Life.SAME_SEQUENCE)) {
          delivery.putIfAbsent("AimSeqNumber", String.valueOf(sequence++));
        } else {
          delivery.remove(Life.SAME_SEQUENCE);
          delivery.put("AimSeqNumber", String.valueOf(sequence));
        }
        records.add(
            new ReturnedAim(
                firstUkprn + place.provider(),
                year,
                returnNumber,
                number + 1,
                who,
                place.fams(),
                delivery,
                fams,
                employment,
                life.payments()));
      }
    }
    Story.Destination destination = learner.destination();
    Life last = lives.get(lives.size() - 1);
    int shownIn =
        destination != null && destination.inR04() ? ReturnedAim.LOOK_AHEAD : ReturnedAim.FINAL;
    if (destination != null && destination.year() == year && returnNumber == shownIn) {
      destinations.add(
          new Sector.Destination(
              firstUkprn + place.provider(),
              year,
              returnNumber,
              who.get("LearnRefNumber"),
              who.get("ULN"),
              destination.type().substring(0, 3),
              destination.type().substring(3),
              last.end().plusDays(destination.daysFromEnd()).toString()));
    }
  }

  private Map<String, String> who(
      int number, Story.Learner learner, Whereabouts.Place place, int year) {
    Map<String, String> who = new LinkedHashMap<>();
    who.put("LearnRefNumber", place.number());
    put(who, "PrevLearnRefNumber", place.previousNumber());
    put(who, "PrevUKPRN", ukprn(place.previousProvider()));
    put(who, "PMUKPRN", ukprn(place.preMergerProvider()));
    long real = 1_000_000_001L + (firstUkprn % 1_000_000) * 100L;
    boolean early = year < Sectors.FIRST_YEAR + 2;
    String own = String.valueOf(real + number);
    put(
        who,
        "ULN",
        switch (learner.uln()) {
          case REAL -> own;
          case TEMPORARY -> Seen.TEMPORARY_ULN;
          case TEMPORARY_AT_FIRST -> early ? Seen.TEMPORARY_ULN : own;
          case WRONG_AT_FIRST -> early ? String.valueOf(real + 50 + number) : own;
          case BLANK -> null;
          case UNREADABLE -> "12345";
          case OF_THE_LEARNER_BEFORE -> String.valueOf(real + Math.max(0, number - 1));
        });
    return who;
  }

  private String ukprn(Integer provider) {
    return provider == null ? null : String.valueOf(firstUkprn + provider);
  }

  private static void put(Map<String, String> elements, String name, String text) {
    if (text != null) {
      elements.put(name, text);
    }
  }
}
