package org.openqar.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** SHA-256 of what figures depend on, and of what they are written to. */
public final class Sha256 {
  private Sha256() {}

  /** Of texts one after the other. */
  public static String of(List<String> parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of a file on any Hadoop file system. */
  public static String ofFile(String path, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    try (InputStream in = new DigestInputStream(file.getFileSystem(hadoop).open(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    }
  }

  /** The program itself: its jar, or the folder of its classes. */
  static String ofCode(Class<?> one) {
    try {
      java.nio.file.Path code =
          java.nio.file.Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = sha256();
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
