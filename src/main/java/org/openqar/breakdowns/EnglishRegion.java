package org.openqar.breakdowns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The regions of England with their codes. Source: Office for National Statistics, licensed under
 * the Open Government Licence v3.0.
 */
public enum EnglishRegion {
  NORTH_EAST("North East", "E12000001"),
  NORTH_WEST("North West", "E12000002"),
  YORKSHIRE("Yorkshire and The Humber", "E12000003"),
  EAST_MIDLANDS("East Midlands", "E12000004"),
  WEST_MIDLANDS("West Midlands", "E12000005"),
  EAST_OF_ENGLAND("East of England", "E12000006"),
  LONDON("London", "E12000007"),
  SOUTH_EAST("South East", "E12000008"),
  SOUTH_WEST("South West", "E12000009");

  private final String title;
  private final String code;

  EnglishRegion(String title, String code) {
    this.title = title;
    this.code = code;
  }

  /** Returns its name. */
  public String title() {
    return title;
  }

  /** Returns its code of nine characters. */
  public String code() {
    return code;
  }

  /** Returns the names of all regions, in the order of the codes. */
  public static List<String> names() {
    return Arrays.stream(values()).map(EnglishRegion::title).toList();
  }

  /** Returns the region with a code; empty if the code is for another place. */
  public static Optional<EnglishRegion> of(String code) {
    return Arrays.stream(values()).filter(region -> region.code.equals(code)).findFirst();
  }
}
