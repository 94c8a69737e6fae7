package org.openqar.publish;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.openqar.csv.CsvReader;
import org.openqar.messages.UserException;

/**
 * Writes a folder completely or not at all. It fills the folder beside its place and then moves it.
 */
final class PackageFolder implements AutoCloseable {
  static final String DESCRIPTION = "datapackage.json";

  /** The prefix of the names of our packages. */
  static final String OURS = "openqar-";

  private final FileSystem files;
  private final Path target;
  private final Path filling;

  /**
   * @param replace whether to replace an earlier package of ours
   * @throws UserException if the place holds something that must not be replaced
   */
  PackageFolder(String folder, boolean replace, Configuration hadoop) throws IOException {
    Path path = new Path(folder);
    FileSystem found = path.getFileSystem(hadoop);
    files = found instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : found;
    target = files.makeQualified(path);
    filling = beside("filling");
    refuse(replace);
    files.mkdirs(filling);
  }

  private Path beside(String what) {
    return new Path(
        target.getParent(), ".%s.%s.%s".formatted(target.getName(), what, UUID.randomUUID()));
  }

  private void refuse(boolean replace) throws IOException {
    if (!files.exists(target)) {
      return;
    }
    if (!files.getFileStatus(target).isDirectory()) {
      throw UserException.failed("%s is a file; give a folder.".formatted(target));
    }
    if (files.listStatus(target).length > 0) {
      if (!isOurs()) {
        throw UserException.failed(
            "%s holds files that are not a package of qar publish; give another folder."
                .formatted(target));
      }
      if (!replace) {
        throw UserException.failed(
            "%s holds an earlier package: give --replace to put the new one in its place."
                .formatted(target));
      }
    }
  }

  private boolean isOurs() throws IOException {
    Path description = new Path(target, DESCRIPTION);
    if (!files.exists(description)) {
      return false;
    }
    try (InputStream in = files.open(description)) {
      JsonNode name = new ObjectMapper().readTree(in).path("name");
      return name.asText().startsWith(OURS);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Returns the path of a file while the folder is being filled. */
  String path(String name) {
    return new Path(filling, name).toString();
  }

  void write(String name, String text) throws IOException {
    try (OutputStream out = files.create(new Path(filling, name))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  CsvReader read(String name) throws IOException {
    return CsvReader.exact(name, files.open(new Path(filling, name)));
  }

  long bytes(String name) throws IOException {
    return files.getFileStatus(new Path(filling, name)).getLen();
  }

  String sha256(String name) throws IOException {
    try (InputStream in = files.open(new Path(filling, name))) {
      return DigestUtils.sha256Hex(in);
    }
  }

  /** Moves the filled folder to its place. */
  void putInPlace() throws IOException {
    Path old = beside("old");
    boolean replaced = files.exists(target);
    if (replaced) {
      move(target, old);
    }
    try {
      move(filling, target);
    } catch (IOException e) {
      if (replaced) {
        files.rename(old, target);
      }
      throw e;
    }
    files.delete(old, true);
  }

  private void move(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("%s could not be moved to %s".formatted(from, to));
    }
  }

  /** Deletes a folder that was not moved to its place. */
  @Override
  public void close() throws IOException {
    files.delete(filling, true);
  }
}
