package org.openqar.publish;

/**
 * The true counts of a cell.
 *
 * @param completers the completers; null in the timely measure, which has no retention
 */
record TrueCounts(long leavers, Long completers, long achievers) {}
