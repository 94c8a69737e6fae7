package org.openqar.ilr;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Reads ILR returns: {@code spark.read().format("ilr").load(path...)}, where a path is an XML file,
 * a ZIP archive or a gzip file holding one, a folder of any depth, or a pattern, on any Hadoop file
 * system.
 *
 * <p>Every frame has the columns of {@link IlrSchema#columns()}; the text of elements stays text.
 * The options, each refused in one sentence if its value is none of its own:
 *
 * <ul>
 *   <li>{@code records}: which kinds of rows come out, {@code learner}, the default, {@code
 *       destination}, {@code file} or {@code all}.
 *   <li>{@code mode}: what a file does that cannot be read. {@code failfast}, the default, ends the
 *       query with an {@link IlrReadException} of one sentence, {@code permissive} puts its problem
 *       into the file's row.
 *   <li>{@code splitBytes}: about how many bytes of a larger file one task reads, 0, the default,
 *       for all of it. Each part of a file gives rows as a file does, with its number, 0 and on, in
 *       the column {@code part}: numbers and lines count from the part's start, so that one adds
 *       the counts and {@code lines} of the file rows of the parts before. A part has neither size
 *       nor hash, and of a file with a problem in any part, no row counts.
 *   <li>{@code basePath}: the folder, or the pattern, that all files lie below. Only folders below
 *       it tell return number and year, and no symbolic link may lead out of it. Without it, that
 *       is each folder given, or the folder before the first sign of a pattern; of a file given by
 *       its name the two nearest folders tell.
 *   <li>{@code maxTextCharacters}, {@code maxHeaderCharacters}, {@code maxTokenBytes}, {@code
 *       maxDepth}, {@code maxAttributes}, {@code maxStrangeNames}, {@code maxRecordBytes}, {@code
 *       maxArchiveBytes}, {@code maxArchiveRatio}, {@code maxArchiveRatioFrom}, {@code
 *       maxArchiveEntries}: the {@link IlrLimits}.
 *   <li>{@code monitoring}: {@code true} adds the columns of the provider's own monitoring fields,
 *       which may hold anything; they are not read otherwise.
 *   <li>{@code pseudonymKeyFile}: the file of a {@link org.openqar.privacy.PseudonymKey}; learners'
 *       numbers then come out as {@link org.openqar.privacy.Pseudonyms} only.
 * </ul>
 */
public final class IlrSource implements TableProvider, DataSourceRegister {

  /**
   * The most that the option {@code splitBytes} may be: the XML parser tells a place in a part by
   * an int.
   */
  public static final long LARGEST_PART = 1L << 30;

  @Override
  public String shortName() {
    return "ilr";
  }

  /**
   * Whether a file may be read in parts: a file is left whole unless at least two come out.
   *
   * @param bytes of the file
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
