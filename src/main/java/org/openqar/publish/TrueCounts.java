package org.openqar.publish;

/**
 * The true counts of a cell.
 *
 * @param completers null in the timely measure, which knows no retention
 */
record TrueCounts(long leavers, Long completers, long achievers) {}
