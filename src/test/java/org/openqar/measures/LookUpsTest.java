package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.Frames;
import org.openqar.support.SparkTest;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** What the look-ups tell of an aim, and what they do not tell. */
class LookUpsTest extends SparkTest {
  private static final StructType AIM =
      new StructType()
          .add("no", "int")
          .add("ukprn", "int")
          .add("aim_type", "int")
          .add("learn_aim_ref", "string")
          .add("prog_type", "int")
          .add("std_code", "int")
          .add("fwork_code", "int")
          .add("pway_code", "int")
          .add("del_loc_post_code", "string")
          .add("postcode_prior", "string");

  @TempDir private static Path temp;
  private static TableStore store;

  @BeforeAll
  static void write() {
    store = new TableStore(spark(), temp.toString());
    write(
        Tables.PROVIDER,
        """
        ukprn    | provider_type   | region
        10000001 | Special College | London
        """);
    write(
        Tables.STANDARD,
        """
        std_code | level | ssa_t1 | ssa_t2
        105      | 3     | Of S   | Of S.1
        """);
    write(
        Tables.FRAMEWORK,
        """
        fwork_code | prog_type | pway_code | level | ssa_t1 | ssa_t2
        490        | 3         | 1         | 2     | Of F   | Of F.1
        """);
    write(
        Tables.LEARNING_AIM,
        """
        learn_aim_ref | level | ssa_t1 | ssa_t2
        60000001      | e     | Of A   | Of A.1
        60000002      | 1.5   | Of B   | Of B.1
        60000003      | X     |        |
        """);
    write(
        Tables.POSTCODE,
        """
        postcode | region     | local_skills_area | deprivation_fifth
        NE1 1AA  | North East | North East        | 1
        ne1 1AB  | North East | North East        | 2
        LS1      |            | West Yorkshire    | 3
        DN1 1AA  | East       | Doncaster         | 4
        DN1 1AB  | West       | Doncaster         | 4
        DN1 1AC  |            |                   |
        """);
  }

  @Test
  void aProgrammeIsOfItsStandardOrFrameworkAnyOtherAimOfItself() {
    assertEquals(
        """
        1: 3, null, null, Of S, Of S.1
        2: 2, null, null, Of F, Of F.1
        3: null, E, null, Of A, Of A.1
        4: null, 1.5, 1, Of B, Of B.1
        5: null, X, null, null, null
        6: null, null, null, null, null
        """,
        told(
            """
            no | aim_type | learn_aim_ref | prog_type | std_code | fwork_code | pway_code
            1  | 1        | ZPROG001      | 25        | 105      |            |
            2  | 1        | ZPROG001      | 3         |          | 490        | 1
            3  | 3        | 60000001      | 25        | 105      |            |
            4  | 4        | 60000002      |           |          |            |
            5  | 4        | 60000003      |           |          |            |
            6  | 4        | 60000009      |           |          |            |
            """,
            "programme_level",
            "aim_level",
            "aim_level_number",
            "ssa_t1_of_learning",
            "ssa_t2_of_learning"));
  }

  /** Nothing is told where the postcodes of an outward part tell several things. */
  @Test
  void aPlaceIsToldByTheOutwardPart() {
    assertEquals(
        """
        1: North East, North East, null
        2: null, West Yorkshire, 4
        3: null, Doncaster, 3
        4: null, null, null
        """,
        told(
            """
            no | del_loc_post_code | postcode_prior
            1  | NE1               | NE1
            2  | LS1               | DN1
            3  | DN1               | LS1
            4  | ZZ9               |
            """,
            "region_of_delivery",
            "skills_area_of_delivery",
            "deprivation_fifth_of_home"));
  }

  @Test
  void aProviderIsToldByItsNumber() {
    assertEquals(
        "1: Special College, London\n2: null, null\n",
        told("no | ukprn\n1 | 10000001\n2 | 10000002", "type_of_provider", "region_of_provider"));
  }

  private static String told(String aims, String... facts) {
    Dataset<Row> told = new LookUps(store).addTo(Frames.of(AIM, aims)).orderBy("no");
    List<Column> columns = List.of(facts).stream().map(functions::col).collect(Collectors.toList());
    columns.add(0, functions.col("no"));
    return told.select(columns.toArray(Column[]::new)).collectAsList().stream()
        .map(row -> row.get(0) + ": " + row.toSeq().drop(1).mkString(", ") + "\n")
        .collect(Collectors.joining());
  }

  private static void write(Table table, String rows) {
    store.replace(table, Frames.of(table, rows), KeyRange.ALL);
  }
}
