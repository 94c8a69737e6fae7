package org.openqar.reference;

/** A reference file cannot be used; the message says which, where and why. */
public final class ReferenceException extends RuntimeException {
  ReferenceException(String sentence) {
    super(sentence);
  }
}
