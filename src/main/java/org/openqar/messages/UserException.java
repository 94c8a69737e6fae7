package org.openqar.messages;

import java.io.IOException;

/**
 * A refusal that a person can do something about. It holds one sentence, which says what was
 * expected, what was found and what to do, and it gives the command's exit code. Every other
 * exception that leaves a command is a fault of the program. The sentence reveals nothing about a
 * learner.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** How a refused command ends. */
  public enum Ending {
    /** Something is missing, cannot be read or written, or cannot be done in the present state. */
    FAILED(1),
    /** The command or a setting is wrong. */
    USAGE(2);

    private final int code;

    Ending(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  private final Ending ending;

  protected UserException(Ending ending, String sentence, Throwable cause) {
    super(sentence, cause);
    this.ending = ending;
  }

  /**
   * @param sentence ends with what to do
   */
  public static UserException failed(String sentence) {
    return new UserException(Ending.FAILED, sentence, null);
  }

  /** Refuses a wrong command or setting. */
  public static UserException usage(String sentence) {
    return new UserException(Ending.USAGE, sentence, null);
  }

  /**
   * Refuses a wrong setting.
   *
   * @param key its dotted path
   * @param expected what it is and what it must be
   */
  public static UserException setting(String key, String expected) {
    return usage("Setting %s %s.".formatted(key, expected));
  }

  /**
   * Refuses a file or folder that cannot be used, and says why in our words.
   *
   * @param what names the path and what cannot be done with it: {@code /data/x cannot be written}
   * @param toDo what to do
   */
  public static UserException io(String what, IOException why, String toDo) {
    return new UserException(
        Ending.FAILED, "%s: %s; %s.".formatted(what, Reason.of(why), toDo), why);
  }

  /** Returns how the command ends. */
  public Ending ending() {
    return ending;
  }
}
