package org.openqar.published;

/** A published table cannot be used; the message says where and why. */
public final class PublishedException extends RuntimeException {
  public PublishedException(String sentence) {
    super(sentence);
  }
}
