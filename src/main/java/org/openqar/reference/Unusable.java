package org.openqar.reference;

import java.io.IOException;
import org.openqar.messages.UserException;
import org.openqar.tables.Table;

/** Explains why a reference file cannot be used: which file, which place and what to do. */
final class Unusable {
  private Unusable() {}

  static UserException misfit(String path, long record, String field) {
    return UserException.failed(
        "%s, record %d: %s is empty or not of its kind; correct it or leave the record out."
            .formatted(path, record, field));
  }

  static UserException duplicate(String path, Table table, String key) {
    return UserException.failed(
        "%s has %s %s more than once; keep one record."
            .formatted(path, String.join(", ", table.key()), key));
  }

  static UserException unreachable(String path, IOException why) {
    return UserException.io(
        path + " cannot be read", why, "check that it is there and that you may read it");
  }
}
