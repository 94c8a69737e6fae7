package org.openqar.matching;

import java.time.LocalDate;

/** The dates of a record; null where one is absent or cannot be read. */
public record Dates(
    LocalDate start,
    LocalDate originalStart,
    LocalDate plannedEnd,
    LocalDate actualEnd,
    LocalDate achieved) {}
