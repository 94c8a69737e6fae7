package org.openqar.oracle;

/** The five reports (3.1), named as the tables name them. */
enum ReportType {
  APPRENTICESHIP,
  APPRENTICESHIP_COMPONENT,
  EDUCATION_AND_TRAINING,
  TRAINEESHIP,
  TRAINEESHIP_COMPONENT;

  boolean isApprenticeship() {
    return this == APPRENTICESHIP || this == APPRENTICESHIP_COMPONENT;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
