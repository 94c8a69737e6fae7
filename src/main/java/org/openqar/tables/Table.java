package org.openqar.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One table, declared once. Its schema, its Delta table, its test frames and its page in the manual
 * all come from this declaration.
 */
public final class Table {
  /** Percentages with one decimal; bad data can put a pass rate beyond 100. */
  public static final DataType RATE = DataTypes.createDecimalType(10, 1);

  /**
   * Returns a percentage of two whole numbers, of type {@link #RATE} and rounded half up, without
   * binary fractions.
   *
   * @param whole the denominator, which must be above zero in every row
   */
  public static Column percentage(String part, String whole) {
    return Tenths.rate(
        functions.expr("(2000 * %1$s + %2$s) DIV (2 * %2$s)".formatted(part, whole)));
  }

  /** Returns the same percentage; null if there is no denominator. */
  public static Column rate(String part, String whole) {
    return functions.when(functions.col(whole).gt(functions.lit(0L)), percentage(part, whole));
  }

  private final String name;
  private final TableLayer layer;
  private final String grain;
  private final List<String> key;
  private final List<String> partitioning;
  private final List<String> clustering;
  private final List<String> lookups;
  private final List<Field> fields;
  private final Map<String, String> constraints;

  private Table(Builder builder) {
    name = builder.name;
    layer = builder.layer;
    grain = builder.grain;
    key = List.copyOf(builder.key);
    partitioning = List.copyOf(builder.partitioning);
    clustering = List.copyOf(builder.clustering);
    lookups = List.copyOf(builder.lookups);
    fields = List.copyOf(builder.fields);
    constraints = Collections.unmodifiableMap(new LinkedHashMap<>(builder.constraints));
    List<String> columns = columnNames();
    Stream.of(key, partitioning, clustering, lookups)
        .flatMap(List::stream)
        .filter(named -> !columns.contains(named))
        .findFirst()
        .ifPresent(
            named -> {
              throw new IllegalStateException("Table " + name + " has no column " + named);
            });
    if (!partitioning.isEmpty() && !clustering.isEmpty()) {
      throw new IllegalStateException("Table " + name + " is either partitioned or clustered");
    }
  }

  /** Starts the declaration of a table. */
  public static Builder table(String name, TableLayer layer) {
    return new Builder(name, layer);
  }

  public String name() {
    return name;
  }

  public TableLayer layer() {
    return layer;
  }

  /** Returns what one row is. */
  public String grain() {
    return grain;
  }

  /** Returns the columns that together identify one row. Exports are sorted by these columns. */
  public List<String> key() {
    return key;
  }

  /** Returns the columns of the partitions. */
  public List<String> partitioning() {
    return partitioning;
  }

  /** Returns the columns by which Delta clusters the files. */
  public List<String> clustering() {
    return clustering;
  }

  public List<Field> fields() {
    return fields;
  }

  /** Returns the CHECK constraints by name. */
  public Map<String, String> constraints() {
    return constraints;
  }

  public List<String> columnNames() {
    return fields.stream().map(Field::name).toList();
  }

  /** Returns all columns, in the declared order. */
  public Column[] columns() {
    return fields.stream().map(f -> functions.col(f.name())).toArray(Column[]::new);
  }

  public StructType schema() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /**
   * Returns a declared field.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public Field field(String column) {
    return fields.stream()
        .filter(f -> f.name().equals(column))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Table " + name + " has no column " + column));
  }

  /**
   * Returns the columns whose smallest and largest values Delta logs: those that readers find rows
   * by. Delta and Spark both log these values, so no such column may hold details of a learner.
   */
  List<String> statistics() {
    return lookups.isEmpty() ? clustering : lookups;
  }

  /** Returns the properties that Delta keeps for the table, besides its columns. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("delta.enableDeletionVectors", "false");
    if (statistics().isEmpty()) {
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    } else {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", statistics()));
    }
    constraints.forEach(
        (check, condition) -> properties.put("delta.constraints." + check, condition));
    return properties;
  }

  String comment() {
    return "%s. Key: %s.".formatted(grain, String.join(", ", key));
  }

  @Override
  public String toString() {
    return name;
  }

  /** The declaration in progress. */
  public static final class Builder {
    private final String name;
    private final TableLayer layer;
    private String grain = "";
    private List<String> key = List.of();
    private List<String> partitioning = List.of();
    private List<String> clustering = List.of();
    private List<String> lookups = List.of();
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> constraints = new LinkedHashMap<>();

    private Builder(String name, TableLayer layer) {
      this.name = name;
      this.layer = layer;
    }

    public Builder grain(String whatOneRowIs) {
      grain = whatOneRowIs;
      return this;
    }

    public Builder key(String... columns) {
      key = Arrays.asList(columns);
      return this;
    }

    /**
     * Declares the columns of the partitions. They have few values, and writes replace all rows of
     * a value, so Delta drops the files without reading them.
     */
    public Builder partitionedBy(String... columns) {
      partitioning = Arrays.asList(columns);
      return this;
    }

    public Builder clusteredBy(String... columns) {
      clustering = Arrays.asList(columns);
      return this;
    }

    /** Declares columns for which questions name one value, besides those of the partitions. */
    public Builder foundBy(String... columns) {
      lookups = Arrays.asList(columns);
      return this;
    }

    /** Adds a column that may be empty. */
    public Builder field(String column, DataType type, String meaning) {
      fields.add(new Field(column, type, true, meaning));
      return this;
    }

    /** Adds a column that is never empty. */
    public Builder required(String column, DataType type, String meaning) {
      fields.add(new Field(column, type, false, meaning));
      return this;
    }

    public Builder text(String column, String meaning) {
      return field(column, DataTypes.StringType, meaning);
    }

    public Builder number(String column, String meaning) {
      return field(column, DataTypes.IntegerType, meaning);
    }

    public Builder date(String column, String meaning) {
      return field(column, DataTypes.DateType, meaning);
    }

    /** Adds a yes or no, which is never empty. */
    public Builder flag(String column, String meaning) {
      return required(column, DataTypes.BooleanType, meaning);
    }

    /** Adds a yes or no for each column of a map, with its meaning. */
    public Builder flags(Map<String, String> meanings) {
      meanings.forEach(this::flag);
      return this;
    }

    /** Adds a percentage with one decimal; empty without a denominator. */
    public Builder rate(String column, String meaning) {
      return field(column, RATE, meaning);
    }

    /** Adds the columns that another table declares. */
    public Builder fieldsOf(Table other, String... columns) {
      for (String column : columns) {
        fields.add(other.field(column));
      }
      return this;
    }

    /** Adds every column of a list. */
    public Builder fields(List<Field> more) {
      fields.addAll(more);
      return this;
    }

    /** Adds a condition that every row meets. Delta refuses a write that breaks it. */
    public Builder check(String constraint, String condition) {
      constraints.put(constraint, condition);
      return this;
    }

    public Table declare() {
      return new Table(this);
    }
  }
}
