package org.openqar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Finds the versions of the program and of its Spark, without starting Spark. */
final class Version implements IVersionProvider {
  /** The file in which Spark's jars state their version. */
  private static final String SPARK = "/spark-version-info.properties";

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "OpenQAR %s on Spark %s".formatted(version == null ? "development" : version, spark())
    };
  }

  private static String spark() {
    Properties facts = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(SPARK)) {
      if (in != null) {
        facts.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts.getProperty("version", "of an unknown version");
  }
}
