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
 * The classes that a run loaded, kept by the first one after a build in a class-data archive from
 * which the JVM of each command after it maps them (docs/adr/0023-start.md). The launcher says
 * where, and only where there is none. Whatever goes wrong, the result of the run stands, and there
 * is no archive still.
 */
final class ClassArchive {
  /** The path of the archive to make. */
  static final String PROPERTY = "qar.archive";

  /** A run that found nothing new loads some 4,000, one that started Spark 13,000 and more. */
  private static final int WORTH_KEEPING = 9_000;

  private ClassArchive() {}

  /** Makes the archive if the launcher wants one and this run is a good one to make it of. */
  static void leave() {
    String wanted = System.getProperty(PROPERTY);
    if (wanted != null
        && ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() >= WORTH_KEEPING) {
      System.err.println("Keeping the classes of this run for the commands after it (once)");
      leave(Path.of(wanted));
    }
  }

  /** Others see the archive whole or not at all: half of one would end their JVM. */
  private static void leave(Path archive) {
    Path unfinished =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    PrintStream out = System.out;
    // The JVM tells of it on standard output, which is the answer's.
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

  /** What {@code jcmd PID VM.cds dynamic_dump FILE} does, from within. */
  private static void dump(Path file) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "vmCds",
            new Object[] {new String[] {"dynamic_dump", file.toString()}},
            new String[] {String[].class.getName()});
  }
}
