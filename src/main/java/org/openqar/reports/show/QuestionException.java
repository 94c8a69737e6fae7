package org.openqar.reports.show;

/** A question that names what there is not, or reads in no way; its sentence says what there is. */
public final class QuestionException extends RuntimeException {
  QuestionException(String sentence) {
    super(sentence);
  }
}
