package org.openqar.ilr;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** The files one task reads. */
record IlrPartition(List<IlrFile> files) implements InputPartition {}
