package org.openqar.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.messages.UserException;

class DeclarationsTest {
  static Stream<Table> tables() {
    return Tables.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aTableSaysWhatItIs(Table table) {
    assertTrue(table.name().matches("[a-z]+(_[a-z]+)*"), table.name());
    assertFalse(table.grain().isBlank());
    assertFalse(table.key().isEmpty());
    assertEquals(
        new TreeSet<>(table.columnNames()).size(), table.columnNames().size(), "columns differ");
    for (Field field : table.fields()) {
      assertTrue(field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), field.name());
      assertFalse(field.meaning().isBlank(), field.name());
      assertEquals(field.meaning(), field.structField().getComment().get());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aYesOrNoIsNeverEmpty(Table table) {
    for (Field field : table.fields()) {
      assertFalse(
          field.type().equals(DataTypes.BooleanType) && field.nullable(),
          field.name() + " of " + table);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void ratesAreDecimalsWithOnePlace(Table table) {
    for (Field field : table.fields()) {
      if (field.name().endsWith("_rate") || field.name().matches("q[123]|percentile")) {
        assertEquals(Table.RATE, field.type(), field.name());
      }
      assertFalse(
          field.type().equals(DataTypes.DoubleType) || field.type().equals(DataTypes.FloatType),
          field.name() + " is exact");
    }
  }

  @Test
  void theContractsColumnsAreThere() throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/contract/tables.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("table")) {
        columns.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(cells[1]);
        if (cells[2].equals("yes")) {
          keys.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(cells[1]);
        }
      }
    }
    columns.forEach(
        (table, wanted) -> {
          List<String> missing = new ArrayList<>(wanted);
          missing.removeAll(Tables.named(table).columnNames());
          assertEquals(List.of(), missing, table);
        });
    keys.forEach((table, key) -> assertEquals(key, Tables.named(table).key(), table));
  }

  @Test
  void namesAreUniqueAndFound() {
    assertEquals(
        Tables.ALL.size(), Tables.ALL.stream().map(Table::name).distinct().count(), "names");
    assertEquals(Tables.QAR_AIM, Tables.named("qar_aim"));
    UserException unknown = assertThrows(UserException.class, () -> Tables.named("qar_aims"));
    assertTrue(unknown.getMessage().contains("no table qar_aims"), unknown.getMessage());
    assertTrue(unknown.getMessage().contains("qar_provider"), unknown.getMessage());
  }

  @Test
  void everyLayerHasTables() {
    for (TableLayer layer : TableLayer.values()) {
      assertFalse(Tables.of(layer).isEmpty(), layer.label());
    }
  }

  static Stream<UnaryOperator<Table.Builder>> namesOfNoColumn() {
    return Stream.of(
        table -> table.key("b"),
        table -> table.key("a").partitionedBy("b"),
        table -> table.key("a").clusteredBy("a", "b"),
        table -> table.key("a").foundBy("b"));
  }

  @ParameterizedTest
  @MethodSource("namesOfNoColumn")
  void keyPartitionsAndClustersAreColumnsOfTheTable(UnaryOperator<Table.Builder> naming) {
    Table.Builder builder =
        naming.apply(Table.table("broken", TableLayer.OPERATIONS).grain("One").text("a", "A"));
    assertTrue(
        assertThrows(IllegalStateException.class, builder::declare)
            .getMessage()
            .contains("broken has no column b"));
  }

  /** Delta's log keeps their smallest and largest values, in plain text. */
  @Test
  void statisticsTellOfProvidersAndYearsAlone() {
    for (Table table : Tables.ALL) {
      assertTrue(Set.of("funding_year", "ukprn").containsAll(table.statistics()), table.toString());
    }
  }

  @Test
  void whatTextStandsInARangeIsQuoted() {
    assertEquals(
        "`edition` = '2024-25 (a=\\'b\\', c=\\\\)' AND `report_year` = 2024",
        KeyRange.of("2024-25 (a='b', c=\\)", 2024).condition());
    assertEquals("true", KeyRange.ALL.condition());
  }
}
