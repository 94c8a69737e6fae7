package org.openqar.imports;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.openqar.messages.UserException;

/** Remembers the cells that a file has already given. Keeps only hashes. */
final class SeenCells {
  private record Hash(long high, long low) {
    static Hash of(String text) {
      ByteBuffer bytes = ByteBuffer.wrap(DigestUtils.sha256(text));
      return new Hash(bytes.getLong(), bytes.getLong());
    }
  }

  /** Where a file first gave a cell, with its filters and figures. */
  private record First(int line, Hash published, Hash figures) {}

  private final String file;
  private final Map<Hash, First> cells = new HashMap<>();
  private final Set<Hash> repeats = new HashSet<>();

  SeenCells(String file) {
    this.file = file;
  }

  /**
   * Whether a row gives a cell for the first time. A published table may repeat a cell under a
   * narrower and a wider heading, such as a tier 2 subject within all subjects and within its tier
   * 1. With the same figures, the row is a mere repeat.
   *
   * @throws UserException if the row occurs twice, or gives the cell other figures
   */
  boolean isNew(PublishedRow row) {
    Hash published = Hash.of(row.published());
    Hash figures = Hash.of(row.figures().toString());
    First first = cells.putIfAbsent(Hash.of(row.cell()), new First(row.line(), published, figures));
    if (first == null) {
      return true;
    }
    if (first.published().equals(published) || !repeats.add(published)) {
      throw refused(row, "line %d has it already".formatted(first.line()));
    }
    if (!first.figures().equals(figures)) {
      throw refused(row, "line %d gives it other figures".formatted(first.line()));
    }
    return false;
  }

  int repeated() {
    return repeats.size();
  }

  private UserException refused(PublishedRow row, String why) {
    return UserException.failed(
        "%s, line %d: the cell %s '%s' of %d is given twice, %s; keep one row."
            .formatted(file, row.line(), row.dimension(), row.value(), row.year(), why));
  }
}
