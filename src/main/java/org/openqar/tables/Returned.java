package org.openqar.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * An ILR element that a rule reads, with its column. Only this class turns the element's text into
 * a value. Unreadable text gives null, and the program distinguishes it from missing text
 * (qar-rules 9.11, 9.12).
 *
 * <p>It is long because it lists every element that a rule reads.
 *
 * @param column the column in the returns tables
 * @param element the ILR element's name
 * @param reading the form that its text must have
 * @param deciding whether an unreadable value takes the aim out of every cohort
 * @param required whether a missing value does the same
 */
public record Returned(
    String column, String element, Reading reading, boolean deciding, boolean required) {

  /** The form of a readable text. */
  public sealed interface Reading extends Serializable {
    DataType type();

    /** Whether a text, without blanks at its ends, is readable. */
    boolean reads(UTF8String plain);

    /** A calendar day, `yyyy-mm-dd`. */
    record Day() implements Reading {
      @Override
      public DataType type() {
        return DataTypes.DateType;
      }

      @Override
      public boolean reads(UTF8String plain) {
        return isDay(plain) && (plain.numBytes() == DAY_LENGTH || isOffset(plain));
      }

      private static boolean isDay(UTF8String text) {
        if (text.numBytes() < DAY_LENGTH || text.getByte(4) != '-' || text.getByte(7) != '-') {
          return false;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DAY_LENGTH);
        return year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
      }

      private static boolean isOffset(UTF8String text) {
        return OFFSET.matcher(text.substring(DAY_LENGTH, text.numChars()).toString()).matches();
      }
    }

    /** A whole number of up to nine digits; a leading zero is a legal spelling. */
    record Whole() implements Reading {
      @Override
      public DataType type() {
        return DataTypes.IntegerType;
      }

      @Override
      public boolean reads(UTF8String plain) {
        return digits(plain, 0, plain.numBytes()) >= 0;
      }
    }

    /** A whole number from a list. */
    record Code(List<Integer> codes) implements Reading {
      @Override
      public DataType type() {
        return DataTypes.IntegerType;
      }

      @Override
      public boolean reads(UTF8String plain) {
        return codes.contains(digits(plain, 0, plain.numBytes()));
      }
    }

    /** Returns the number that one to nine digits make; -1 for any other text. */
    private static int digits(UTF8String text, int from, int to) {
      if (to - from < 1 || to - from > 9) {
        return -1;
      }
      int number = 0;
      for (int i = from; i < to; i++) {
        int digit = text.getByte(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        number = 10 * number + digit;
      }
      return number;
    }
  }

  private static final int DAY_LENGTH = 10;
  private static final Pattern OFFSET = Pattern.compile("Z|[+-][0-9]{2}:[0-9]{2}");

  private static final Pattern REAL_ULN = Pattern.compile("[1-9][0-9]{9}|[0-9a-f]{64}");
  private static final String UNKNOWN_ULN = "9999999999";

  private static final Reading DAY = new Reading.Day();
  private static final Reading WHOLE = new Reading.Whole();

  public static final Returned AIM_TYPE =
      new Returned("aim_type", "AimType", code(1, 3, 4, 5), true, true);
  public static final Returned FUND_MODEL =
      new Returned("fund_model", "FundModel", WHOLE, true, true);
  public static final Returned PROG_TYPE =
      new Returned("prog_type", "ProgType", WHOLE, true, false);
  public static final Returned STD_CODE = new Returned("std_code", "StdCode", WHOLE, true, false);
  public static final Returned FWORK_CODE =
      new Returned("fwork_code", "FworkCode", WHOLE, true, false);
  public static final Returned PWAY_CODE =
      new Returned("pway_code", "PwayCode", WHOLE, true, false);
  public static final Returned LEARN_START_DATE =
      new Returned("learn_start_date", "LearnStartDate", DAY, true, true);
  public static final Returned ORIG_LEARN_START_DATE =
      new Returned("orig_learn_start_date", "OrigLearnStartDate", DAY, true, false);
  public static final Returned LEARN_PLAN_END_DATE =
      new Returned("learn_plan_end_date", "LearnPlanEndDate", DAY, true, true);
  public static final Returned LEARN_ACT_END_DATE =
      new Returned("learn_act_end_date", "LearnActEndDate", DAY, true, false);
  public static final Returned ACH_DATE = new Returned("ach_date", "AchDate", DAY, true, false);
  public static final Returned COMP_STATUS =
      new Returned("comp_status", "CompStatus", code(1, 2, 3, 4, 6), true, true);
  public static final Returned WITHDRAW_REASON =
      new Returned("withdraw_reason", "WithdrawReason", WHOLE, true, false);
  public static final Returned OUTCOME =
      new Returned("outcome", "Outcome", code(1, 2, 3, 8), true, false);
  public static final Returned EMP_OUTCOME =
      new Returned("emp_outcome", "EmpOutcome", WHOLE, false, false);
  public static final Returned AIM_SEQ_NUMBER =
      new Returned("aim_seq_number", "AimSeqNumber", WHOLE, false, false);
  public static final Returned PARTNER_UKPRN =
      new Returned("partner_ukprn", "PartnerUKPRN", WHOLE, false, false);
  public static final Returned DATE_OF_BIRTH =
      new Returned("date_of_birth", "DateOfBirth", DAY, false, false);
  public static final Returned PREV_UKPRN =
      new Returned("prev_ukprn", "PrevUKPRN", WHOLE, false, false);

  public static final Returned EMP_STAT = new Returned("emp_stat", "EmpStat", WHOLE, false, false);
  public static final Returned DATE_EMP_STAT_APP =
      new Returned("date_emp_stat_app", "DateEmpStatApp", DAY, false, false);
  public static final Returned OUT_START_DATE =
      new Returned("out_start_date", "OutStartDate", DAY, false, false);
  public static final Returned PRIOR_LEVEL =
      new Returned("prior_level", "PriorLevel", WHOLE, false, false);
  public static final Returned A_FIN_CODE =
      new Returned("a_fin_code", "AFinCode", WHOLE, false, false);
  public static final Returned A_FIN_AMOUNT =
      new Returned("a_fin_amount", "AFinAmount", WHOLE, false, false);

  /** The elements read from a learning delivery, in the order of the ILR. */
  public static final List<Returned> DELIVERY =
      List.of(
          AIM_TYPE,
          AIM_SEQ_NUMBER,
          LEARN_START_DATE,
          ORIG_LEARN_START_DATE,
          LEARN_PLAN_END_DATE,
          FUND_MODEL,
          PROG_TYPE,
          FWORK_CODE,
          PWAY_CODE,
          STD_CODE,
          PARTNER_UKPRN,
          EMP_OUTCOME,
          COMP_STATUS,
          LEARN_ACT_END_DATE,
          WITHDRAW_REASON,
          OUTCOME,
          ACH_DATE);

  /** The elements read from a learner. */
  public static final List<Returned> LEARNER = List.of(PREV_UKPRN, DATE_OF_BIRTH);

  /** Returns the value; null if the text is missing or unreadable. */
  public Column value() {
    return value(col(column));
  }

  /** Returns the value of a text in a struct, under the name that the returns tables use. */
  public Column value(Column text) {
    Column plain = trim(text);
    if (reading instanceof Reading.Day) {
      return when(isPlainDay(plain), plain.try_cast(DataTypes.DateType))
          .when(
              plain.rlike("^[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"),
              substring(plain, 1, 10).try_cast(DataTypes.DateType));
    }
    // If a text begins with a digit and is this short, a cast reads only digits.
    Column whole =
        when(
            length(plain).between(1, 9).and(isDigit(plain)), plain.try_cast(DataTypes.IntegerType));
    if (reading instanceof Reading.Code code) {
      return when(whole.isin(code.codes().toArray()), whole);
    }
    return whole;
  }

  /**
   * Returns the whole number in a text, outside a query; null if the text is missing or unreadable.
   *
   * @param text the returned text of an element that is a number or a code
   */
  public Integer number(String text) {
    String plain = plain(text);
    if (plain == null || plain.length() > 9) {
      return null;
    }
    int number = 0;
    for (int i = 0; i < plain.length(); i++) {
      int digit = plain.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = 10 * number + digit;
    }
    return reading instanceof Reading.Code code && !code.codes().contains(number) ? null : number;
  }

  /** Returns the day in a text, outside a query; null if the text is missing or unreadable. */
  public static LocalDate day(String text) {
    String plain = plain(text);
    if (plain == null) {
      return null;
    }
    UTF8String bytes = UTF8String.fromString(plain);
    return DAY.reads(bytes) ? LocalDate.parse(plain.substring(0, DAY_LENGTH)) : null;
  }

  /**
   * Whether this element makes it impossible to judge an aim, outside a query.
   *
   * @param text the returned text
   * @param value the result of {@link #number} or {@link #day} for the text
   */
  public boolean isUndecided(String text, Object value) {
    return value == null && (required || plain(text) != null);
  }

  /** Returns a text without the blanks around it; null if nothing is left. */
  public static String plain(String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return from == to ? null : text.substring(from, to);
  }

  /** {@link #realUln} outside a query; null if a text is no real ULN. */
  public static String realUln(String text) {
    String plain = plain(text);
    return plain != null && REAL_ULN.matcher(plain).matches() && !plain.equals(UNKNOWN_ULN)
        ? plain
        : null;
  }

  /** {@link #unreadable} outside a query. */
  public boolean isUnreadable(UTF8String text) {
    return isPresent(text) && !reading.reads(text.trim());
  }

  /** {@link #present} outside a query. */
  public static boolean isPresent(UTF8String text) {
    return text != null && text.numBytes() > 0 && text.trim().numBytes() > 0;
  }

  /** {@link #realUln} outside a query: whether a text is a real ULN. */
  public static boolean isRealUln(UTF8String text) {
    return text != null && realUln(text.toString()) != null;
  }

  /** Returns the whole number in a text, outside a query. */
  public static Optional<Integer> wholeNumber(UTF8String text) {
    UTF8String plain = text.trim();
    return WHOLE.reads(plain) ? Optional.of(Integer.valueOf(plain.toString())) : Optional.empty();
  }

  /** Whether two texts are days and the first is before the second. */
  public static boolean isBefore(UTF8String day, UTF8String other) {
    if (!isPresent(day) || !isPresent(other)) {
      return false;
    }
    UTF8String one = day.trim();
    UTF8String two = other.trim();
    return DAY.reads(one)
        && DAY.reads(two)
        && one.substring(0, DAY_LENGTH).compareTo(two.substring(0, DAY_LENGTH)) < 0;
  }

  /**
   * Whether a text is ten characters, digits with hyphens in their places, as far as a cast to a
   * date does not check this. It is much quicker than a pattern, and true of nearly every returned
   * day.
   */
  private static Column isPlainDay(Column plain) {
    return length(plain)
        .equalTo(10)
        .and(isDigit(plain))
        .and(substring(plain, 5, 1).equalTo("-"))
        .and(substring(plain, 8, 1).equalTo("-"))
        .and(isDigit(substring(plain, 10, 1)));
  }

  /** Whether a text begins with a digit. */
  private static Column isDigit(Column text) {
    return text.geq("0").and(text.lt(":"));
  }

  /** Whether there is a text that is unreadable. */
  public Column unreadable(Column text) {
    return present(text).and(value(text).isNull());
  }

  /** Whether this element makes it impossible to judge the aim. */
  public Column undecided(Column text) {
    Column unreadable = unreadable(text);
    return required ? unreadable.or(present(text).equalTo(lit(false))) : unreadable;
  }

  /** Returns the expected form, for a message. */
  public String expected() {
    if (reading instanceof Reading.Day) {
      return "a day that exists, as yyyy-mm-dd";
    }
    if (reading instanceof Reading.Code code) {
      return "one of " + code.codes().toString().replaceAll("[\\[\\]]", "");
    }
    return "a whole number";
  }

  /**
   * Returns the ten digits that identify one learner, or their pseudonym; null for any other text
   * and for 9999999999, which means unknown (9.6).
   */
  public static Column realUln(Column uln) {
    Column plain = trim(uln);
    return when(
        plain.rlike("^(" + REAL_ULN.pattern() + ")$").and(plain.notEqual(UNKNOWN_ULN)), plain);
  }

  /** Whether a reference number or a ULN identifies a returned learner (9.12). */
  public static Column identified() {
    return present(col("learn_ref_number")).or(realUln(col("uln")).isNotNull());
  }

  /** Whether there is a text at all. */
  public static Column present(Column text) {
    return coalesce(length(trim(text)).gt(0), lit(false));
  }

  private static Reading code(Integer... codes) {
    return new Reading.Code(List.of(codes));
  }
}
