package org.openqar.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** SHA-256 hashes of what figures depend on, and of the files that they are written to. */
public final class Sha256 {
  private Sha256() {}

  /** Hashes texts, each on its own line. */
  public static String of(List<String> parts) {
    return DigestUtils.sha256Hex(
        parts.stream().map(part -> part + "\n").collect(Collectors.joining()));
  }

  /** Hashes a file on any Hadoop file system. */
  public static String ofFile(String path, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  /** Hashes the program itself: its jar, or the folder of its classes. */
  static String ofCode(Class<?> one) {
    try {
      java.nio.file.Path code =
          java.nio.file.Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = DigestUtils.getSha256Digest();
      try (Stream<java.nio.file.Path> files = Files.walk(code)) {
        for (java.nio.file.Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The program cannot read its own code", e);
    }
  }
}
