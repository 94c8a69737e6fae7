package org.openqar.ilr;

/** The option {@code mode}: what a file that cannot be read does. */
enum Mode {
  /** Ends the query with the file's problem. */
  FAILFAST,
  /** Puts the problem into the file's row; what was read before it has come out already. */
  PERMISSIVE;

  static Mode of(String value) {
    return OptionValue.of("mode", value, values(), FAILFAST);
  }
}
