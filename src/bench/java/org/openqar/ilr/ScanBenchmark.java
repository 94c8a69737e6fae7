package org.openqar.ilr;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openqar.returns.PipelineColumns;

/**
 * Reading one return, from the file to rows that go nowhere, against what the XML parser alone
 * takes to walk over it. The file is named by the system property {@code bench.return}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class ScanBenchmark {
  private final Configuration hadoop = new Configuration(false);
  private String path;
  private StructType inventory;

  @Setup
  public void find() {
    path = System.getProperty("bench.return");
    inventory =
        new StructType()
            .add(IlrSchema.columns().apply("ukprn"))
            .add("file", new StructType().add("content_hash", "string").add("bytes", "bigint"));
  }

  /** The baseline: every event, nothing asked of any. */
  @Benchmark
  public int bareWalk() throws IOException, XMLStreamException {
    int events = 0;
    try (InputStream in = new FileInputStream(path)) {
      XMLStreamReader xml = AaltoXml.factory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        events += xml.next();
      }
      xml.close();
    }
    return events;
  }

  @Benchmark
  public void allColumns(Blackhole rows) throws IOException {
    read(PipelineColumns.withoutHash(), Records.ALL, rows);
  }

  @Benchmark
  public void allColumnsAndHash(Blackhole rows) throws IOException {
    read(PipelineColumns.all(), Records.ALL, rows);
  }

  @Benchmark
  public void fiveColumns(Blackhole rows) throws IOException {
    read(PipelineColumns.five(), Records.ALL, rows);
  }

  @Benchmark
  public void inventory(Blackhole rows) throws IOException {
    read(inventory, Records.FILE, rows);
  }

  private void read(StructType columns, Records records, Blackhole rows) throws IOException {
    FilePart part = FilePart.whole(new IlrFile("file:" + path, 0));
    IlrPlan plan = new IlrPlan(columns, records, null);
    try (IlrFileReader reader =
        new IlrFileReader(
            part, hadoop, plan, org.openqar.ilr.Mode.FAILFAST, IlrLimits.STANDARD)) {
      for (InternalRow row = reader.next(); row != null; row = reader.next()) {
        rows.consume(row);
      }
    }
  }
}
