package org.openqar.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.openqar.calendar.AcademicYear;

/**
 * One file that a provider prepares.
 *
 * @param provider the provider that returns it
 * @param year its year
 * @param number the number of the return, 14 for the final one
 * @param prepared when the provider prepared it
 * @param asAt the day of the books behind it; null for everything known about the year
 * @param form how the provider's software writes
 * @param copied whether there is an exact copy under another name
 */
record ReturnPlan(
    Provider provider,
    int year,
    int number,
    LocalDateTime prepared,
    LocalDate asAt,
    FileForm form,
    boolean copied) {

  private static final int FINAL = 14;
  private static final int IN_YEAR = 6;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Returns all files of one provider. */
  static List<ReturnPlan> of(Provider provider, int providers, Window window, long seed) {
    List<ReturnPlan> plans = new ArrayList<>();
    for (int year = window.first(); year <= window.last(); year++) {
      if (!provider.existsIn(year, window)) {
        continue;
      }
      Dice dice = Dice.of(seed, 3, provider.rank(), year);
      boolean copied = year == window.last() && provider.rank() == 4 % providers;
      FileForm form = FileForm.draw(dice, provider);
      plans.add(
          new ReturnPlan(
              provider,
              year,
              FINAL,
              at(LocalDate.of(year + 1, 10, dice.between(13, 16)), dice),
              null,
              copied ? form.unzipped() : form,
              copied));
      boolean sentBefore =
          (year == window.last() && provider.rank() == 1 % providers)
              || (year == window.last() - 1 && provider.rank() == 2 % providers);
      if (sentBefore) {
        plans.add(
            new ReturnPlan(
                provider,
                year,
                FINAL,
                at(LocalDate.of(year + 1, 10, dice.between(2, 6)), dice),
                LocalDate.of(year + 1, 4, 30),
                form,
                false));
      }
      boolean inYear =
          year == window.last()
              && (provider.rank() == 2 % providers
                  || provider.rank() == 5 % providers
                  || provider.rank() == providers - 1);
      if (inYear) {
        plans.add(
            new ReturnPlan(
                provider,
                year,
                IN_YEAR,
                at(LocalDate.of(year + 1, 2, dice.between(4, 6)), dice),
                LocalDate.of(year + 1, 1, 31),
                form,
                false));
      }
    }
    return plans;
  }

  private static LocalDateTime at(LocalDate day, Dice dice) {
    return day.atTime(dice.between(8, 17), dice.between(0, 59), dice.between(0, 59));
  }

  String folder() {
    return "returns/%s/R%02d".formatted(code(), number);
  }

  /** Returns the folder for a file that does not show its return. */
  String yearFolder() {
    return "returns/" + code();
  }

  String stem() {
    return stem(1);
  }

  String stem(int serial) {
    return "ILR-%d-%s-%s-%02d".formatted(provider.ukprn(), code(), STAMP.format(prepared), serial);
  }

  String code() {
    return new AcademicYear(year).code();
  }
}
