package org.openqar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The width of the terminal that a command writes to. */
final class Terminal {
  /** The width if the output goes to a file or to another program. */
  private static final int NONE = 110;

  private static final int NARROWEST = 40;

  private Terminal() {}

  /** Returns the number of characters on a line. */
  static int width() {
    if (System.console() == null) {
      return NONE;
    }
    try {
      Process asked =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      asked.waitFor(1, TimeUnit.SECONDS);
      String[] rowsAndColumns = size.trim().split(" ");
      return Math.max(NARROWEST, Integer.parseInt(rowsAndColumns[rowsAndColumns.length - 1]));
    } catch (IOException | NumberFormatException e) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }
}
