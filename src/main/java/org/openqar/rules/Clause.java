package org.openqar.rules;

/**
 * The source of a rule.
 *
 * @param section section of docs/reference/qar-rules.md, which names the sources
 * @param words what the section says, in short
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
