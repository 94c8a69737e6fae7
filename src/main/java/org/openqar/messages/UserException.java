package org.openqar.messages;

import java.io.IOException;

/**
 * What a person is told who can do something about it: one sentence that says what was expected,
 * what was found and what to do, and the exit code of the command. Every other exception that
 * leaves a command is a fault of the program. The sentence holds nothing of a learner.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** How a command ends that is refused. */
  public enum Ending {
    /** Something is not there, cannot be read or written, or cannot be done with what there is. */
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

  /** The same of a wrong command or setting. */
  public static UserException usage(String sentence) {
    return new UserException(Ending.USAGE, sentence, null);
  }

  /**
   * A setting is wrong.
   *
   * @param key its dotted path
   * @param expected what it must be, with what it is
   */
  public static UserException setting(String key, String expected) {
    return usage("Setting %s %s.".formatted(key, expected));
  }

  /**
   * A file or folder cannot be used, whatever the file system says of it.
   *
   * @param what names the path and what cannot be done with it: {@code /data/x cannot be written}
   * @param toDo what to do
   */
  public static UserException io(String what, IOException why, String toDo) {
    return new UserException(
        Ending.FAILED, "%s: %s; %s.".formatted(what, Reason.of(why), toDo), why);
  }

  /** How the command ends. */
  public Ending ending() {
    return ending;
  }
}
