package org.openqar.publish;

/** What was asked for cannot be published; the message says why and what to do. */
public final class PublishException extends RuntimeException {
  PublishException(String sentence) {
    super(sentence);
  }
}
