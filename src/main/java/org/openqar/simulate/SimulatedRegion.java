package org.openqar.simulate;

/** A region of England with an invented postcode area. No real postcode begins with Q. */
enum SimulatedRegion {
  NORTH_EAST("North East", "QA", "E08000021"),
  NORTH_WEST("North West", "QB", "E08000003"),
  YORKSHIRE("Yorkshire and The Humber", "QC", "E08000035"),
  EAST_MIDLANDS("East Midlands", "QD", "E06000018"),
  WEST_MIDLANDS("West Midlands", "QE", "E08000025"),
  EAST_OF_ENGLAND("East of England", "QF", "E06000031"),
  LONDON("London", "QG", "E09000033"),
  SOUTH_EAST("South East", "QH", "E06000042"),
  SOUTH_WEST("South West", "QJ", "E06000023");

  static final int DISTRICTS = 4;

  private final String name;
  private final String area;
  private final String authority;

  SimulatedRegion(String name, String area, String authority) {
    this.name = name;
    this.area = area;
    this.authority = authority;
  }

  String regionName() {
    return name;
  }

  String authority() {
    return authority;
  }

  String outward(int district) {
    return area + district;
  }

  String postcode(Dice dice) {
    return "%s %d%c%c"
        .formatted(
            outward(dice.between(1, DISTRICTS)),
            dice.between(1, 9),
            "ABDEFGHJ".charAt(dice.between(0, 7)),
            "LNPQRSTU".charAt(dice.between(0, 7)));
  }
}
