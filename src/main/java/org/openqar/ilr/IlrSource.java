package org.openqar.ilr;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Reads ILR returns: {@code spark.read().format("ilr").load(path...)}. A path is an XML file, a ZIP
 * archive or gzip file that holds one, a folder of any depth, or a pattern, on any Hadoop file
 * system.
 *
 * <p>Every frame has the columns of {@link IlrSchema#columns()}. The text of elements stays text.
 * The options follow. A wrong value is refused in one sentence.
 *
 * <ul>
 *   <li>{@code records}: the kinds of rows to give. {@code learner} is the default; the others are
 *       {@code destination}, {@code file} and {@code all}.
 *   <li>{@code mode}: what to do with a file that cannot be read. {@code failfast}, the default,
 *       ends the query with an {@link IlrReadException} of one sentence. {@code permissive} puts
 *       the problem into the file's row.
 *   <li>{@code splitBytes}: about how many bytes of a larger file one task reads. 0, the default,
 *       means all of it. Each part gives rows as a file does, with its number, from 0, in the
 *       column {@code part}. Numbers and lines count from the start of the part: to get those of
 *       the file, add the counts and {@code lines} in the file rows of the parts before it. A part
 *       has neither size nor hash. If any part of a file has a problem, no row of the file counts.
 *   <li>{@code basePath}: the folder or pattern that all files are below. Only folders below it
 *       give return number and year, and no symbolic link may lead out of it. Without it, each
 *       folder given is such a base, or the folder before the first sign of a pattern. If a path
 *       names a file, the two folders nearest to it count.
 *   <li>{@code maxTextCharacters}, {@code maxHeaderCharacters}, {@code maxTokenBytes}, {@code
 *       maxDepth}, {@code maxAttributes}, {@code maxStrangeNames}, {@code maxRecordBytes}, {@code
 *       maxArchiveBytes}, {@code maxArchiveRatio}, {@code maxArchiveRatioFrom}, {@code
 *       maxArchiveEntries}: the {@link IlrLimits}.
 *   <li>{@code monitoring}: {@code true} adds the columns of the provider's own monitoring fields,
 *       which may hold anything. Without it the source does not read them.
 *   <li>{@code pseudonymKeyFile}: the file of a {@link org.openqar.privacy.PseudonymKey}. The
 *       source then gives only {@link org.openqar.privacy.Pseudonyms} of learners' numbers.
 * </ul>
 */
public final class IlrSource implements TableProvider, DataSourceRegister {

  /**
   * The largest value of the option {@code splitBytes}. The XML parser counts places in a part with
   * an int.
   */
  public static final long LARGEST_PART = 1L << 30;

  @Override
  public String shortName() {
    return "ilr";
  }

  /**
   * Whether to try to read a file in parts. A file stays whole unless it gives at least two.
   *
   * @param bytes the size of the file
   * @param splitBytes the option
   */
  public static boolean maySplit(long bytes, long splitBytes) {
    return splitBytes > 0 && bytes > splitBytes + splitBytes / 2;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return IlrSchema.columns(IlrOptions.monitoring(options));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new IlrTable(new CaseInsensitiveStringMap(properties));
  }
}
