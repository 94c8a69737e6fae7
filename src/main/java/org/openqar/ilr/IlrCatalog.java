package org.openqar.ilr;

import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Lets SQL read returns by path. With {@code spark.sql.catalog.ilr=org.openqar.ilr.IlrCatalog},
 * write <code>SELECT * FROM ilr.`/returns/2425`</code>. The options of {@link IlrSource} follow the
 * path in {@code WITH (records = 'all')}. The catalogue lists nothing and changes nothing.
 */
public final class IlrCatalog implements TableCatalog {
  private String name;

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    name = catalog;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public Table loadTable(Identifier path) throws NoSuchTableException {
    if (path.namespace().length > 0) {
      throw new NoSuchTableException(path);
    }
    return new IlrTable(new CaseInsensitiveStringMap(Map.of("path", path.name())));
  }

  @Override
  public Table alterTable(Identifier path, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier path) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "The ilr catalog only reads; change the files themselves.");
  }
}
