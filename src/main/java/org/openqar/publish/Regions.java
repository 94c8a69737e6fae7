package org.openqar.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The regions of England with their codes. Source: Office for National Statistics, licensed under
 * the Open Government Licence v3.0.
 */
final class Regions {
  static final String ENGLAND = "England";
  static final String ENGLAND_CODE = "E92000001";

  /** What the screener asks for where the place is not known. */
  static final String NOT_AVAILABLE = "Not available";

  static final String NOT_AVAILABLE_CODE = "x";

  /** Codes by name. */
  static final Map<String, String> CODES = codes();

  private Regions() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("North East", "E12000001");
    codes.put("North West", "E12000002");
    codes.put("Yorkshire and The Humber", "E12000003");
    codes.put("East Midlands", "E12000004");
    codes.put("West Midlands", "E12000005");
    codes.put("East of England", "E12000006");
    codes.put("London", "E12000007");
    codes.put("South East", "E12000008");
    codes.put("South West", "E12000009");
    return codes;
  }
}
