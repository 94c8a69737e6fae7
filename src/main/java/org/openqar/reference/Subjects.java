package org.openqar.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Names sector subject areas, which files give by name or by code. LARS extracts have codes, such
 * as 6 or 6.00 in the first tier and 6.1 in the second. The names are those of the published
 * tables, where the sixth area of the first tier is Digital Technology. docs/spec-clarifications.md
 * says where each code has its name from.
 */
final class Subjects {
  private static final String CODE = "^[0-9]{1,2}([.][0-9]{1,2})?$";
  private static final Pattern IS_CODE = Pattern.compile(CODE);

  private static final Map<BigDecimal, String> BY_CODE = new TreeMap<>();

  /** The present name of each area that earlier tables call otherwise. */
  private static final Map<String, String> RENAMED =
      new TreeMap<>(
          Map.of(
              "Information and Communication Technology", "Digital Technology",
              "ICT Practitioners", "Digital Technology (Practitioners)",
              "ICT for Users", "Digital Technology (Users)"));

  static {
    area(
        1,
        "Health, Public Services and Care",
        "Medicine and Dentistry",
        "Nursing and Subjects and Vocations Allied to Medicine",
        "Health and Social Care",
        "Public Services",
        "Child Development and Well Being");
    area(2, "Science and Mathematics", "Science", "Mathematics and Statistics");
    area(
        3,
        "Agriculture, Horticulture and Animal Care",
        "Agriculture",
        "Horticulture and Forestry",
        "Animal Care and Veterinary Science",
        "Environmental Conservation");
    area(
        4,
        "Engineering and Manufacturing Technologies",
        "Engineering",
        "Manufacturing Technologies",
        "Transportation Operations and Maintenance");
    area(
        5,
        "Construction, Planning and the Built Environment",
        "Architecture",
        "Building and Construction",
        "Urban, Rural and Regional Planning");
    area(
        6,
        "Digital Technology",
        "Digital Technology (Practitioners)",
        "Digital Technology (Users)");
    area(
        7,
        "Retail and Commercial Enterprise",
        "Retailing and Wholesaling",
        "Warehousing and Distribution",
        "Service Enterprises",
        "Hospitality and Catering");
    area(8, "Leisure, Travel and Tourism", "Sport, Leisure and Recreation", "Travel and Tourism");
    area(
        9,
        "Arts, Media and Publishing",
        "Performing Arts",
        "Crafts, Creative Arts and Design",
        "Media and Communication",
        "Publishing and Information Services");
    area(
        10,
        "History, Philosophy and Theology",
        "History",
        "Archaeology and Archaeological Sciences",
        "Philosophy",
        "Theology and Religious Studies");
    area(
        11,
        "Social Sciences",
        "Geography",
        "Sociology and Social Policy",
        "Politics",
        "Economics",
        "Anthropology");
    area(
        12,
        "Languages, Literature and Culture",
        "Languages, Literature and Culture of the British Isles",
        "Other Languages, Literature and Culture",
        "Linguistics");
    area(13, "Education and Training", "Teaching and Lecturing", "Direct Learning Support");
    area(
        14,
        "Preparation for Life and Work",
        "Foundations for Learning and Life",
        "Preparation for Work");
    area(
        15,
        "Business, Administration and Law",
        "Accounting and Finance",
        "Administration",
        "Business Management",
        "Marketing and Sales",
        "Law and Legal Services");
  }

  private Subjects() {}

  private static void area(int code, String name, String... narrower) {
    BY_CODE.put(number(String.valueOf(code)), name);
    for (int i = 0; i < narrower.length; i++) {
      BY_CODE.put(number(code + "." + (i + 1)), narrower[i]);
    }
  }

  private static BigDecimal number(String code) {
    return new BigDecimal(code).setScale(2);
  }

  /** Whether a column of a reference file holds a subject. */
  static boolean isOne(String field) {
    return field.equals("ssa_t1") || field.equals("ssa_t2");
  }

  /** Returns the area for a name or a code. An unknown code stays as it is. */
  static String named(String text) {
    if (text == null || !IS_CODE.matcher(text).find()) {
      return text == null ? null : RENAMED.getOrDefault(text, text);
    }
    return BY_CODE.getOrDefault(number(text), text);
  }

  /** Does the same for a column. */
  static Column named(Column text) {
    Column code = when(text.rlike(CODE), text.try_cast(DataTypes.createDecimalType(4, 2)));
    Column name = null;
    for (Map.Entry<BigDecimal, String> area : BY_CODE.entrySet()) {
      Column is = code.equalTo(area.getKey());
      name = name == null ? when(is, area.getValue()) : name.when(is, area.getValue());
    }
    for (Map.Entry<String, String> area : RENAMED.entrySet()) {
      name = name.when(text.equalTo(area.getKey()), area.getValue());
    }
    return coalesce(name, text);
  }
}
