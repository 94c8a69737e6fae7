package org.openqar.privacy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.openqar.messages.UserException;

/**
 * The secret key of pseudonyms. It reaches the executors in a reader factory and goes nowhere else.
 * Its text, its hash code and every message about it reveal nothing of it.
 */
public final class PseudonymKey implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int LEAST_BYTES = 32;
  private static final int MOST_BYTES = 4096;

  private final byte[] bytes;

  private PseudonymKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the key from a file. The key is the file's bytes without white space at the ends.
   *
   * @param file a path on this machine or on any Hadoop file system
   * @throws UserException if the file is missing, cannot be read, or holds fewer than 32 or more
   *     than 4096 bytes
   */
  public static PseudonymKey read(String file, Configuration hadoop) {
    if (file.isBlank()) {
      throw UserException.failed(
          "The pseudonym key file has no name; give the path of a file that holds the key.");
    }
    byte[] content = content(file.strip(), hadoop);
    int from = 0;
    int to = content.length;
    while (from < to && isSpace(content[from])) {
      from++;
    }
    while (to > from && isSpace(content[to - 1])) {
      to--;
    }
    if (to - from < LEAST_BYTES || content.length > MOST_BYTES) {
      throw UserException.failed(
          "Pseudonym key file %s must hold %d to %d bytes besides white space, found %s; make a key with: openssl rand -hex 32."
              .formatted(
                  file,
                  LEAST_BYTES,
                  MOST_BYTES,
                  content.length > MOST_BYTES ? "more" : String.valueOf(to - from)));
    }
    return new PseudonymKey(Arrays.copyOfRange(content, from, to));
  }

  /**
   * Returns a value that distinguishes two keys without revealing either: 64 lower-case hexadecimal
   * digits, always the same for the same key.
   */
  public String check() {
    return new Pseudonyms(this).check();
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PseudonymKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return PseudonymKey.class.hashCode();
  }

  @Override
  public String toString() {
    return "PseudonymKey";
  }

  private static byte[] content(String file, Configuration hadoop) {
    try {
      Path path = new Path(file);
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        return in.readNBytes(MOST_BYTES + 1);
      }
    } catch (FileNotFoundException e) {
      throw UserException.failed(
          "Pseudonym key file %s is not there or may not be read; give the path of a file that holds the key."
              .formatted(file));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      throw UserException.failed(
          "Pseudonym key file %s cannot be read (%s); check that it is a file that you may read."
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
