package org.openqar.ilr;

/** The option {@code mode}: what to do with a file that cannot be read. */
enum Mode {
  /** End the query with the file's problem. */
  FAILFAST,
  /** Put the problem into the file's row. The rows read before it have already been given. */
  PERMISSIVE;

  static Mode of(String value) {
    return OptionValue.of("mode", value, values(), FAILFAST);
  }
}
