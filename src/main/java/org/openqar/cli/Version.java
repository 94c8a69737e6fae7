package org.openqar.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the Spark that it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "OpenQAR %s on Spark %s"
          .formatted(
              version == null ? "development" : version,
              org.apache.spark.package$.MODULE$.SPARK_VERSION())
    };
  }
}
