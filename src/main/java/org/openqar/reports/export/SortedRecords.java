package org.openqar.reports.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.openqar.messages.UserException;

/**
 * Sorts any number of records by key. Records that do not fit in memory are sorted in runs and
 * merged. The runs are in temporary files that nobody else can open. Records of one key keep their
 * order.
 */
final class SortedRecords implements AutoCloseable {
  /** The bytes to sort in memory. Beyond this, runs go to disk. */
  static final long BYTES_IN_MEMORY = 128L << 20;

  /** The overhead in bytes of two arrays and the object around them. */
  private static final int OVERHEAD = 64;

  private static final int BUFFER = 1 << 16;

  /** The number of runs to merge into one before another begins. */
  private static final int MOST_RUNS = 100;

  private record Entry(byte[] key, byte[] content) {}

  private final long bytesInMemory;
  private final List<FileChannel> runs = new ArrayList<>();
  private List<Entry> held = new ArrayList<>();
  private long bytesHeld;

  /**
   * @param bytesInMemory about how many bytes to hold before a run goes to disk
   */
  SortedRecords(long bytesInMemory) {
    this.bytesInMemory = bytesInMemory;
  }

  void add(byte[] key, byte[] content) throws IOException {
    held.add(new Entry(key, content));
    bytesHeld += key.length + content.length + OVERHEAD;
    if (bytesHeld > bytesInMemory) {
      spill();
    }
  }

  /**
   * Returns the contents in the order of their keys, for one reader at a time. Nothing can be added
   * afterwards.
   */
  Iterator<byte[]> inOrder() throws IOException {
    Iterator<Entry> entries = entries();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public byte[] next() {
        return entries.next().content();
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (FileChannel run : runs) {
      run.close();
    }
  }

  private Iterator<Entry> entries() throws IOException {
    List<Iterator<Entry>> sources = new ArrayList<>();
    for (FileChannel run : runs) {
      sources.add(new Run(run));
    }
    sources.add(sorted());
    return sources.size() == 1 ? sources.get(0) : new Merge(sources);
  }

  private Iterator<Entry> sorted() {
    held.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
    return held.iterator();
  }

  private void spill() throws IOException {
    if (runs.size() == MOST_RUNS) {
      FileChannel merged = write(entries());
      close();
      runs.clear();
      runs.add(merged);
    } else {
      runs.add(write(sorted()));
    }
    held = new ArrayList<>();
    bytesHeld = 0;
  }

  /**
   * Writes a run to a temporary file that is deleted when it is closed. While open it has no name,
   * so nothing is left of it however the program ends.
   */
  private static FileChannel write(Iterator<Entry> entries) throws IOException {
    Path file = Files.createTempFile("openqar-sort", null);
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    while (entries.hasNext()) {
      Entry entry = entries.next();
      out.writeInt(entry.key().length);
      out.write(entry.key());
      out.writeInt(entry.content().length);
      out.write(entry.content());
    }
    out.flush();
    return channel;
  }

  /** A sorted run, read back. */
  private static final class Run implements Iterator<Entry> {
    private final DataInputStream in;
    private Entry next;

    private Run(FileChannel channel) throws IOException {
      in =
          new DataInputStream(
              new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER));
      next = read();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Entry next() {
      Entry taken = next;
      next = read();
      return taken;
    }

    private Entry read() {
      try {
        int length;
        try {
          length = in.readInt();
        } catch (EOFException end) {
          return null;
        }
        byte[] key = in.readNBytes(length);
        return new Entry(key, in.readNBytes(in.readInt()));
      } catch (IOException e) {
        throw UserException.io(
            "A temporary file cannot be read",
            e,
            "make room for temporary files, or name another folder for them with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
      }
    }
  }

  /**
   * Merges several sorted sources. If keys are equal, the record of the earlier source comes first.
   */
  private static final class Merge implements Iterator<Entry> {
    private record Head(Entry entry, int source) {}

    private final List<Iterator<Entry>> sources;
    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.<Head, byte[]>comparing(head -> head.entry().key(), Arrays::compareUnsigned)
                .thenComparingInt(Head::source));

    private Merge(List<Iterator<Entry>> sources) {
      this.sources = sources;
      for (int i = 0; i < sources.size(); i++) {
        advance(i);
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Entry next() {
      Head first = heads.remove();
      advance(first.source());
      return first.entry();
    }

    private void advance(int source) {
      if (sources.get(source).hasNext()) {
        heads.add(new Head(sources.get(source).next(), source));
      }
    }
  }
}
