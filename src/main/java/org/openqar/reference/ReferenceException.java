package org.openqar.reference;

import org.openqar.tables.Table;

/** A reference file cannot be used; the message says which, where and why. */
public final class ReferenceException extends RuntimeException {
  ReferenceException(String sentence) {
    super(sentence);
  }

  static ReferenceException misfit(String path, long record, String field) {
    return new ReferenceException(
        "%s, record %d: %s is empty or not of its kind; correct it or leave the record out."
            .formatted(path, record, field));
  }

  static ReferenceException duplicate(String path, Table table, String key) {
    return new ReferenceException(
        "%s has %s %s more than once; keep one record."
            .formatted(path, String.join(", ", table.key()), key));
  }

  static ReferenceException unreachable(String path, Exception why) {
    return new ReferenceException("%s cannot be reached: %s.".formatted(path, why.getMessage()));
  }
}
