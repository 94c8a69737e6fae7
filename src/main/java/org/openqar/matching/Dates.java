package org.openqar.matching;

import java.time.LocalDate;

/** The dates of a record. Each is null if it is absent or unreadable. */
public record Dates(
    LocalDate start,
    LocalDate originalStart,
    LocalDate plannedEnd,
    LocalDate actualEnd,
    LocalDate achieved) {}
