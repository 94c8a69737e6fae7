package org.openqar.returns;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.openqar.tables.WrittenFile;

/**
 * A file, or a part of one, that a task has read.
 *
 * @param file the reader's struct {@code file}
 * @param written its rows: one file for each table that has any
 */
record ReadPart(String sourceFile, int part, Row file, List<WrittenFile> written)
    implements Serializable {}
