package org.openqar.tables;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a publication gives for a figure: a value, or a symbol in its place (qar-rules 5.2,
 * ilr-format 8).
 */
public enum PublishedState {
  VALUE("a number"),
  SUPPRESSED("c: confidential"),
  UNAVAILABLE("x or the older : and NA"),
  NOT_APPLICABLE("z"),
  LOW("low or k: rounds to 0 but is not 0; a count of 1 to 4"),
  UNDER_FIVE("~ of the files to 2020/21: a count of 1 to 4, or the base of the rate is too small"),
  NONE("- of the files to 2020/21"),
  UNRELIABLE("u: low reliability"),
  BLANK("nothing"),
  ABSENT("the file has no such column");

  private final String meaning;

  PublishedState(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the state as the state columns hold it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the state that a state column holds. */
  public static PublishedState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Lists all states with what was published. */
  static String legend() {
    return Arrays.stream(values())
        .map(state -> "%s (%s)".formatted(state.label(), state.meaning))
        .collect(joining(", "));
  }
}
