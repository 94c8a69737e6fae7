package org.openqar.tables;

import java.io.Serializable;

/**
 * A Parquet file of one provider's year, written by a task and no part of its table yet.
 *
 * @param table the table's name
 * @param name within the table's folder
 * @param modified milliseconds since 1970
 */
public record WrittenFile(
    String table, String name, long bytes, long modified, long rows, int ukprn, int fundingYear)
    implements Serializable {}
