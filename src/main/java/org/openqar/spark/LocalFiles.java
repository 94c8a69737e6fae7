package org.openqar.spark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.LocalConfigKeys;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its child processes. Where Hadoop's native library is missing,
 * as on most machines, Hadoop starts {@code chmod} for every file it makes and {@code readlink} for
 * every file it renames. This class lets Java do both.
 */
public final class LocalFiles extends LocalFileSystem {
  public LocalFiles() {
    super(new Raw());
  }

  /** The same file system for Hadoop's newer interface, through which Delta writes its log. */
  public static final class OfContext extends ChecksumFs {

    /** Hadoop calls this with the address and the configuration. */
    public OfContext(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(new RawOfContext(uri, hadoop));
    }
  }

  /** The files themselves. The outer class adds their checksums. */
  private static final class Raw extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      File file = pathToFile(path);
      if (permission.getStickyBit() || !knowsPermissions(file)) {
        super.setPermission(path, permission);
      } else {
        Files.setPosixFilePermissions(
            file.toPath(), PosixFilePermissions.fromString(permission.toString()));
      }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(pathToFile(path).toPath())
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }

    private static boolean knowsPermissions(File file) {
      return Files.getFileAttributeView(file.toPath(), PosixFileAttributeView.class) != null;
    }
  }

  private static final class RawOfContext extends DelegateToFileSystem {
    private RawOfContext(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(uri, new Raw(), hadoop, "file", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    @Deprecated
    public FsServerDefaults getServerDefaults() throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String path) {
      // The machine decides which names are valid.
      return true;
    }
  }
}
