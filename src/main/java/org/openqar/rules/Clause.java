package org.openqar.rules;

/**
 * Where a rule comes from.
 *
 * @param section section of docs/reference/qar-rules.md, which names the sources
 * @param words what it says, in short
 */
public record Clause(String section, String words) {
  public static Clause clause(String section, String words) {
    return new Clause(section, words);
  }

  @Override
  public String toString() {
    return section + ": " + words;
  }
}
