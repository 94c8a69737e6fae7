package org.openqar.aims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.openqar.matching.Dates;
import org.openqar.matching.Delivery;
import org.openqar.matching.Details;
import org.openqar.matching.Ending;
import org.openqar.matching.Owner;
import org.openqar.matching.Previous;
import org.openqar.matching.ReturnedAt;
import org.openqar.matching.Training;
import org.openqar.matching.Work;
import org.openqar.rules.Codes;
import org.openqar.tables.Returned;

/**
 * Turns the texts of a returned aim into values. No other class does. An unreadable value is null,
 * and the record lists it among its unreadable elements (qar-rules 9.11, 9.12).
 */
final class DeliveryReader {
  private DeliveryReader() {}

  /**
   * Reads a record.
   *
   * @param texts at the places of {@link DeliveryText}
   * @param lists in the order of {@link DeliveryList}; each null if the return lacks the element
   */
  static Delivery read(
      ReturnedAt place, Owner owner, List<String> texts, List<? extends List<String>> lists) {
    return new Reading(texts, lists).delivery(place, owner);
  }

  /** One record while it is read. */
  private record Reading(List<String> texts, List<? extends List<String>> lists) {
    private static final List<String> OF_LEARNER = List.of("A", "B");
    private static final List<String> OF_DELIVERY = List.of("A", "B", "C", "D");

    Delivery delivery(ReturnedAt place, Owner owner) {
      List<String> unreadable = new ArrayList<>(0);
      Integer aimType = number(Returned.AIM_TYPE, unreadable);
      LocalDate start = day(Returned.LEARN_START_DATE, unreadable);
      LocalDate original = day(Returned.ORIG_LEARN_START_DATE, unreadable);
      LocalDate planned = day(Returned.LEARN_PLAN_END_DATE, unreadable);
      Integer fundModel = number(Returned.FUND_MODEL, unreadable);
      Integer progType = number(Returned.PROG_TYPE, unreadable);
      Integer fwork = number(Returned.FWORK_CODE, unreadable);
      Integer pway = number(Returned.PWAY_CODE, unreadable);
      Integer std = number(Returned.STD_CODE, unreadable);
      Integer status = number(Returned.COMP_STATUS, unreadable);
      LocalDate actual = day(Returned.LEARN_ACT_END_DATE, unreadable);
      Integer reason = number(Returned.WITHDRAW_REASON, unreadable);
      Integer outcome = number(Returned.OUTCOME, unreadable);
      LocalDate achieved = day(Returned.ACH_DATE, unreadable);
      Training training =
          new Training(aimType, text(DeliveryText.LEARN_AIM_REF), progType, std, fwork, pway);
      boolean keyReadable = keyReadable(unreadable, progType);
      addBefore(unreadable, Returned.LEARN_PLAN_END_DATE, planned, start);
      addBefore(unreadable, Returned.LEARN_ACT_END_DATE, actual, start);
      return new Delivery(
          place,
          owner,
          text(DeliveryText.LEARN_REF_NUMBER),
          text(DeliveryText.ULN),
          Previous.of(number(Returned.PREV_UKPRN), text(DeliveryText.PREV_LEARN_REF_NUMBER)),
          training,
          new Dates(start, original, planned, actual, achieved),
          new Ending(status, reason, outcome),
          number(Returned.AIM_SEQ_NUMBER),
          isFlagged("RES"),
          unreadable.isEmpty() ? List.of() : Collections.unmodifiableList(unreadable),
          keyReadable,
          details(fundModel, start, place),
          work());
    }

    private Details details(Integer fundModel, LocalDate start, ReturnedAt place) {
      Integer priorLevel = priorLevel(start);
      return new Details(
          fundModel,
          number(Returned.PARTNER_UKPRN),
          number(Returned.EMP_OUTCOME),
          isFlagged("ADL"),
          ldmCodes(),
          employerContribution(),
          contract(),
          day(Returned.DATE_OF_BIRTH),
          text(DeliveryText.SEX),
          text(DeliveryText.ETHNICITY),
          text(DeliveryText.LLDD_HEALTH_PROB),
          priorLevel,
          priorLevel == null ? null : place.yearOfReturn(),
          text(DeliveryText.DEL_LOC_POST_CODE),
          text(DeliveryText.POSTCODE_PRIOR),
          text(DeliveryText.CAMP_ID),
          monitoring());
    }

    private String raw(Returned element) {
      return texts.get(DeliveryText.place(element));
    }

    private String text(DeliveryText text) {
      return Returned.plain(texts.get(text.place()));
    }

    private List<String> list(DeliveryList list) {
      List<String> values = lists.get(list.ordinal());
      return values == null ? List.of() : values;
    }

    private Integer number(Returned element) {
      return element.number(raw(element));
    }

    private LocalDate day(Returned element) {
      return Returned.day(raw(element));
    }

    private Integer number(Returned element, List<String> unreadable) {
      Integer number = number(element);
      note(element, number, unreadable);
      return number;
    }

    private LocalDate day(Returned element, List<String> unreadable) {
      LocalDate day = day(element);
      note(element, day, unreadable);
      return day;
    }

    private void note(Returned element, Object value, List<String> unreadable) {
      if (element.isUndecided(raw(element), value)) {
        unreadable.add(element.element());
      }
    }

    private static void addBefore(
        List<String> unreadable, Returned element, LocalDate end, LocalDate start) {
      if (end != null && start != null && end.isBefore(start)) {
        unreadable.add(element.element() + " before " + Returned.LEARN_START_DATE.element());
      }
    }

    /** Whether every element of a record's match key is readable (3.4). */
    private static boolean keyReadable(List<String> unreadable, Integer progType) {
      boolean standard = progType != null && progType == Codes.APPRENTICESHIP_STANDARD;
      return !unreadable.contains(Returned.AIM_TYPE.element())
          && !unreadable.contains(Returned.PROG_TYPE.element())
          && !unreadable.contains(Returned.LEARN_START_DATE.element())
          && (standard
              ? !unreadable.contains(Returned.STD_CODE.element())
              : !unreadable.contains(Returned.FWORK_CODE.element())
                  && !unreadable.contains(Returned.PWAY_CODE.element()));
    }

    private static String upper(String text) {
      String plain = Returned.plain(text);
      return plain == null ? null : plain.toUpperCase(Locale.ROOT);
    }

    /** Whether a FAM sets a flag: its code is 1. */
    private boolean isFlagged(String type) {
      List<String> types = list(DeliveryList.FAM_TYPE);
      for (int i = 0; i < types.size(); i++) {
        if (type.equals(upper(types.get(i)))
            && "1".equals(Returned.plain(list(DeliveryList.FAM_CODE).get(i)))) {
          return true;
        }
      }
      return false;
    }

    private List<String> ldmCodes() {
      TreeSet<String> codes = new TreeSet<>();
      List<String> types = list(DeliveryList.FAM_TYPE);
      for (int i = 0; i < types.size(); i++) {
        String code = Returned.plain(list(DeliveryList.FAM_CODE).get(i));
        if (code != null && "LDM".equals(upper(types.get(i)))) {
          codes.add(code);
        }
      }
      return List.copyOf(codes);
    }

    /** Returns the ACT code with the newest first day. */
    private String contract() {
      List<String> types = list(DeliveryList.FAM_TYPE);
      int newest = -1;
      for (int i = 0; i < types.size(); i++) {
        if ("ACT".equals(upper(types.get(i))) && (newest < 0 || isNewer(i, newest))) {
          newest = i;
        }
      }
      return newest < 0 ? null : list(DeliveryList.FAM_CODE).get(newest);
    }

    private boolean isNewer(int one, int other) {
      int byDay = compare(DeliveryList.FAM_FROM, one, other);
      return byDay > 0 || (byDay == 0 && compare(DeliveryList.FAM_CODE, one, other) > 0);
    }

    /** Compares texts. A missing one comes first. */
    private int compare(DeliveryList list, int one, int other) {
      String here = list(list).get(one);
      String there = list(list).get(other);
      return here == null || there == null
          ? Boolean.compare(here != null, there != null)
          : here.compareTo(there);
    }

    /** Returns training and assessment payments, less repayments (9.21). */
    private long employerContribution() {
      long sum = 0;
      List<String> types = list(DeliveryList.FIN_TYPE);
      for (int i = 0; i < types.size(); i++) {
        Integer code = Returned.A_FIN_CODE.number(list(DeliveryList.FIN_CODE).get(i));
        Integer amount = Returned.A_FIN_AMOUNT.number(list(DeliveryList.FIN_AMOUNT).get(i));
        if (code != null && amount != null && "PMR".equals(upper(types.get(i)))) {
          sum += code == 1 || code == 2 ? amount : code == 3 ? -amount : 0;
        }
      }
      return sum;
    }

    /**
     * Returns the latest prior attainment that applied by a start. In returns to 2020/21 it is the
     * only one and has no day.
     */
    private Integer priorLevel(LocalDate start) {
      List<String> days = list(DeliveryList.PRIOR_FROM);
      int latest = -1;
      for (int i = 0; i < days.size(); i++) {
        if (appliesBy(start, days.get(i))
            && (latest < 0 || compare(DeliveryList.PRIOR_FROM, i, latest) >= 0)) {
          latest = i;
        }
      }
      return latest < 0
          ? null
          : Returned.PRIOR_LEVEL.number(list(DeliveryList.PRIOR_LEVEL).get(latest));
    }

    private static boolean appliesBy(LocalDate start, String from) {
      LocalDate day = Returned.day(from);
      return Returned.plain(from) == null || day != null && start != null && !day.isAfter(start);
    }

    /** Returns the provider's own codes, each at its place; null if the run did not read them. */
    private List<String> monitoring() {
      if (lists.get(DeliveryList.LEARNER_OCCUR.ordinal()) == null
          && lists.get(DeliveryList.DELIVERY_OCCUR.ordinal()) == null) {
        return null;
      }
      List<String> codes = new ArrayList<>(6);
      for (String place : OF_LEARNER) {
        codes.add(code(DeliveryList.LEARNER_OCCUR, DeliveryList.LEARNER_CODE, place));
      }
      for (String place : OF_DELIVERY) {
        codes.add(code(DeliveryList.DELIVERY_OCCUR, DeliveryList.DELIVERY_CODE, place));
      }
      return codes;
    }

    private String code(DeliveryList places, DeliveryList codes, String place) {
      List<String> all = list(places);
      for (int i = 0; i < all.size(); i++) {
        if (place.equals(upper(all.get(i)))) {
          return Returned.plain(list(codes).get(i));
        }
      }
      return null;
    }

    private Work work() {
      List<String> statuses = list(DeliveryList.EMP_STAT);
      LocalDate firstOut = null;
      LocalDate lastIn = null;
      for (int i = 0; i < statuses.size(); i++) {
        Integer status = Returned.EMP_STAT.number(statuses.get(i));
        LocalDate from = Returned.day(list(DeliveryList.EMP_FROM).get(i));
        if (status == null || from == null) {
          continue;
        }
        if (status == Codes.LOOKING_FOR_WORK || status == Codes.NOT_LOOKING_FOR_WORK) {
          firstOut = firstOut == null || from.isBefore(firstOut) ? from : firstOut;
        } else if (status == Codes.EMPLOYED) {
          lastIn = lastIn == null || from.isAfter(lastIn) ? from : lastIn;
        }
      }
      return firstOut == null && lastIn == null ? Work.UNKNOWN : new Work(firstOut, lastIn);
    }
  }
}
