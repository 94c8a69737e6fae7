package org.openqar.config;

/** A setting is wrong; the message names its key and what it may be. */
public final class SettingsException extends RuntimeException {
  public SettingsException(String key, String expected) {
    super("Setting %s %s.".formatted(key, expected));
  }

  SettingsException(String sentence) {
    super(sentence);
  }
}
