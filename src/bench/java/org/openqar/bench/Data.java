package org.openqar.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.openqar.simulate.Sector;
import org.openqar.simulate.Simulator;

/** The returns measured, all simulated; they are made once and kept below the folder given. */
record Data(Path folder) {
  private static final int LARGE = 400 << 20;

  /** One return of about 80 MB. */
  Path oneReturn() throws IOException {
    return files(sector("one", 1, 20_000, 2024)).stream()
        .max(Comparator.comparingLong(it -> it.toFile().length()))
        .orElseThrow();
  }

  /** Some 40 returns of three years, 600 MB together. */
  Path manyReturns() throws IOException {
    return sector("many", 12, 90_000, 2022);
  }

  /** About as many returns, twice as large. */
  Path largerReturns() throws IOException {
    return sector("larger", 12, 180_000, 2022);
  }

  /** Some 125 returns of three years, 4.5 GB together. */
  Path largestReturns() throws IOException {
    return sector("largest", 48, 720_000, 2022);
  }

  /** A sector of five years that becomes about 250,000 aims. */
  Path sectorOfAims() throws IOException {
    return sector("aims", 60, 130_000, 2020).getParent();
  }

  /** 500 providers of five years, of whose learners 5 % moved between any two in the last. */
  Path movedLearners() throws IOException {
    boolean made = Files.exists(folder.resolve("moves/moved"));
    Path returns = sector("moves", 500, 60_000, 2020);
    if (!made) {
      Moves.make(returns);
      Files.createFile(folder.resolve("moves/moved"));
    }
    return returns;
  }

  /** One return of about 400 MB: the learners of one repeated under its header. */
  Path largeReturn() throws IOException {
    Path large = folder.resolve("large/2425/R14/ILR-large.xml");
    if (!Files.exists(large)) {
      Files.createDirectories(large.getParent());
      String one = Files.readString(oneReturn());
      int from = one.indexOf("<Learner>");
      int to = one.lastIndexOf("</Learner>") + "</Learner>".length();
      byte[] learners = (one.substring(from, to) + "\n\t").getBytes(StandardCharsets.UTF_8);
      Path unfinished = large.resolveSibling("_unfinished");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        out.write(one.substring(0, from).getBytes(StandardCharsets.UTF_8));
        for (long written = 0; written < LARGE; written += learners.length) {
          out.write(learners);
        }
        out.write(one.substring(to).getBytes(StandardCharsets.UTF_8));
      }
      Files.move(unfinished, large);
    }
    return large;
  }

  /** Some returns of many, linked under names of their own until they are so many bytes. */
  Path links(String name, long bytes) throws IOException {
    Path links = folder.resolve(name);
    if (!Files.exists(links)) {
      Files.createDirectories(links);
      List<Path> files = files(manyReturns());
      long linked = 0;
      for (int i = 0; linked < bytes; i++) {
        Path file = files.get(i % files.size());
        Files.createLink(links.resolve(i + ".xml"), file);
        linked += Files.size(file);
      }
    }
    return links;
  }

  /** How many bytes of XML some returns have, unpacked. */
  static long bytes(Path path) throws IOException {
    long bytes = 0;
    for (Path file : returns(path)) {
      bytes += isPlain(file) ? Files.size(file) : unpacked(file);
    }
    return bytes;
  }

  /** All returns of a folder, plain or packed. */
  static List<Path> returns(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(it -> it.toString().toLowerCase(Locale.ROOT).matches(".*[.](xml|zip|gz)"))
          .sorted()
          .toList();
    }
  }

  /** The XML of a return. */
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (file.toString().endsWith(".gz")) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (isPlain(file)) {
      return in;
    }
    ZipInputStream zip = new ZipInputStream(in);
    zip.getNextEntry();
    return zip;
  }

  private static long unpacked(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static boolean isPlain(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  private Path sector(String name, int providers, int learners, int from) throws IOException {
    Path sector = folder.resolve(name);
    if (!Files.exists(sector.resolve("README.md"))) {
      new Simulator(new Sector(sector, providers, learners, from, 2024, 3)).write();
    }
    return sector.resolve("returns");
  }

  private static List<Path> files(Path path) throws IOException {
    return returns(path).stream().filter(Data::isPlain).toList();
  }
}
