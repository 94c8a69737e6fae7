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
 * a ZIP archive holding one, a folder of any depth, or a pattern.
 *
 * <p>Every frame has the columns of {@link IlrSchema#columns()}; the text of elements stays text.
 * Option {@code records} says which kinds of rows come out ({@code learner}, the default, {@code
 * destination}, {@code file} or {@code all}); option {@code mode} says what a file does that cannot
 * be read: {@code failfast}, the default, ends the query with an {@link IlrReadException} of one
 * sentence, {@code permissive} puts its problem into the file's row. Option {@code
 * pseudonymKeyFile} names the file of a {@link org.openqar.privacy.PseudonymKey}: learners' numbers
 * come out as {@link org.openqar.privacy.Pseudonyms} only.
 */
public final class IlrSource implements TableProvider, DataSourceRegister {

  @Override
  public String shortName() {
    return "ilr";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return IlrSchema.columns();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new IlrTable(new CaseInsensitiveStringMap(properties));
  }
}
