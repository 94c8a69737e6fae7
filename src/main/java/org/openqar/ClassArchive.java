package org.openqar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the classes that a run loaded, so that later commands start faster
 * (docs/adr/0023-start.md). The first run after a build writes them to a class-data archive, and
 * the JVM of each later command maps them from it. The launcher gives the path, but only if there
 * is no archive yet. If anything goes wrong, the run keeps its result and there is no archive.
 */
final class ClassArchive {
  /** The path of the archive to make. */
  static final String PROPERTY = "qar.archive";

  /**
   * The fewest classes worth keeping. A run that finds nothing new loads about 4,000, and one that
   * starts Spark loads 13,000 or more.
   */
  private static final int WORTH_KEEPING = 9_000;

  private ClassArchive() {}

  /** Makes the archive if the launcher asks for one and this run loaded enough classes. */
  static void keep() {
    String wanted = System.getProperty(PROPERTY);
    if (wanted != null
        && ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() >= WORTH_KEEPING) {
      System.err.println("Keeping the classes of this run for the commands after it (once)");
      keep(Path.of(wanted));
    }
  }

  /**
   * Makes the archive in one step, because half an archive would end the JVM of another command.
   */
  private static void keep(Path archive) {
    Path unfinished =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    PrintStream out = System.out;
    // The JVM reports this on standard output, which belongs to the result.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      dump(unfinished);
      try (FileChannel written = FileChannel.open(unfinished)) {
        written.force(true);
      }
      Files.move(
          unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | JMException | RuntimeException e) {
      unfinished.toFile().delete();
    } finally {
      System.setOut(out);
    }
  }

  /** Does what {@code jcmd PID VM.cds dynamic_dump FILE} does, from within. */
  private static void dump(Path file) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "vmCds",
            new Object[] {new String[] {"dynamic_dump", file.toString()}},
            new String[] {String[].class.getName()});
  }
}
