package org.openqar.reference;

/**
 * A provider that became part of another.
 *
 * @param fromYear the first funding year in which it was gone; 2022 is 2022/23
 */
public record Merger(int oldUkprn, int newUkprn, int fromYear) {}
