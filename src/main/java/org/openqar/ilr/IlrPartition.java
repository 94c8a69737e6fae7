package org.openqar.ilr;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** The files and parts that one task reads. */
record IlrPartition(List<FilePart> parts) implements InputPartition {}
