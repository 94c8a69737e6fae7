package org.openqar.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

class ReferenceFilesTest extends SparkTest {
  @TempDir Path folder;
  private ReferenceFiles files;

  @BeforeEach
  void open() {
    files =
        new ReferenceFiles(
            spark().sparkContext().hadoopConfiguration(), folder.toString(), small());
  }

  /** The size up to which files are read without Spark. */
  long small() {
    return 1000;
  }

  @Test
  void columnsAreFoundByNameInAnyOrderAndOthersAreIgnored() {
    write(
        "providers.csv",
        """
        Region,further, NAME ,ukprn
        London,x,"Alpha, Beta ""and"" Co",10000001
        ,y,  Gamma  ,10000002
        """);
    List<Row> rows = read(Tables.PROVIDER);
    assertEquals("[10000001,Alpha, Beta \"and\" Co,null,London]", rows.get(0).toString());
    assertEquals("[10000002,Gamma,null,null]", rows.get(1).toString());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstName() {
    write("providers.csv", "\uFEFFukprn,name\n10000001,Alpha\n");
    assertEquals(10000001, read(Tables.PROVIDER).get(0).getInt(0));
    write("providers.csv", "\uFEFF\"ukprn\",\"name\"\n10000001,Alpha\n");
    assertEquals("Alpha", read(Tables.PROVIDER).get(0).getString(1));
  }

  @Test
  void larsExtractsKeepTheirOwnColumnNames() {
    write(
        "learning_aims.csv",
        """
        LearnAimRef,LearnAimRefTitle,NotionalNVQLevelv2,SectorSubjectAreaTier1,EffectiveFrom
        60012345,Joinery,3,05,2019-08-01
        """);
    assertEquals(
        "[60012345,Joinery,3,Construction, Planning and the Built Environment,null,null,null]",
        read(Tables.LEARNING_AIM).get(0).toString());
    write("standards.csv", "StandardCode,NotionalEndLevel,Name\n105,3,Joiner\n");
    assertEquals("[105,Joiner,3,null,null,false]", read(Tables.STANDARD).get(0).toString());
    write("frameworks.csv", "FworkCode,ProgType,PwayCode\n403,2,1\n");
    assertEquals("[403,2,1,null,null,null,null]", read(Tables.FRAMEWORK).get(0).toString());
  }

  @Test
  void thePostcodeDirectoryKeepsItsOwnColumnNames() {
    write(
        "postcodes.csv",
        """
        pcd,pcd2,pcds,dointr,oslaua,rgn
        "NE1 1AA","NE1  1AA","NE1 1AA",198001,E08000021,E12000001
        "CF101AA","CF10 1AA","CF10 1AA",198001,W06000015,W99999999
        """);
    List<Row> rows = read(Tables.POSTCODE);
    assertEquals("[NE1 1AA,North East,E08000021,null,null]", rows.get(0).toString());
    assertEquals("[CF10 1AA,null,W06000015,null,null]", rows.get(1).toString(), "outside England");
    write("postcodes.csv", "pcds,lad25cd,rgn25cd\nLS1 1AA,E08000035,E12000003\n");
    assertEquals(
        "[LS1 1AA,Yorkshire and The Humber,E08000035,null,null]",
        read(Tables.POSTCODE).get(0).toString());
    write("postcodes.csv", "postcode,local_skills_area,deprivation_fifth\nLS1,West Yorkshire,2\n");
    assertEquals("[LS1,null,null,West Yorkshire,2]", read(Tables.POSTCODE).get(0).toString());
  }

  @Test
  void aMissingFileGivesNoRows() {
    for (Table table : Tables.ofStage(org.openqar.tables.TableLayer.REFERENCE)) {
      assertEquals(Optional.empty(), files.path(table), table.name());
      assertEquals(List.of(), read(table), table.name());
    }
    assertEquals(List.of(), files.mergers());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"true,true", "1,true", "Yes,true", "FALSE,false", "0,false", "no,false", ",false"})
  void aFlagHasItsUsualSpellings(String text, boolean expected) {
    write("standards.csv", "std_code,is_foundation\n1,%s\n".formatted(text == null ? "" : text));
    assertEquals(expected, read(Tables.STANDARD).get(0).<Boolean>getAs("is_foundation"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no key column            | provider        | providers.csv       | name;Alpha                                 | has no column ukprn
          no column of the year    | provider_merger | provider_merger.csv | old_ukprn,new_ukprn;10000001,10000002      | has no column from_year
          a key that is empty      | provider        | providers.csv       | ukprn,name;10000001,Alpha;,Beta            | record 2: ukprn
          a key of another kind    | provider        | providers.csv       | ukprn,name;10000001,Alpha;ten,Beta         | record 2: ukprn
          a value of another kind  | standard        | standards.csv       | std_code,level;1,3;2,4;3,three             | record 3: level
          no yes or no             | standard        | standards.csv       | std_code,is_foundation;1,true;2,perhaps    | record 2: is_foundation
          a key that stands twice  | provider        | providers.csv       | ukprn,name;10000001,Alpha;10000001,Beta    | has ukprn 10000001 more than once
          a key of several columns | framework       | frameworks.csv      | fwork_code,prog_type,pway_code;403,2,1;403,2,1 | has fwork_code, prog_type, pway_code 403, 2, 1 more than once
          an empty part of a key   | framework       | frameworks.csv      | fwork_code,prog_type,pway_code;403,2,      | record 1: pway_code
          no year of the merger    | provider_merger | provider_merger.csv | old_ukprn,new_ukprn,from_year;10000001,10000002, | record 1: from_year
          """)
  void whatCannotBeUsedIsRefused(
      String aCase, String table, String file, String text, String message) {
    write(file, text.replace(';', '\n') + "\n");
    String found = assertThrows(UserException.class, () -> read(Tables.named(table))).getMessage();
    assertTrue(found.contains(folder.resolve(file).toString()), found);
    assertTrue(found.contains(message), found);
    assertEquals(
        found,
        assertThrows(UserException.class, files::check).getMessage(),
        "a dry run refuses it in the same words");
  }

  @Test
  void whatCanBeUsedPassesTheCheckOfADryRun() {
    write("providers.csv", "ukprn,name,region\n10000001,Alpha,London\n10000002,Beta,Atlantis\n");
    files.check();
    assertEquals(2, read(Tables.PROVIDER).size());
  }

  @Test
  void aValueOverSeveralLinesIsOneRecord() {
    write("providers.csv", "ukprn,name\n10000001,\"Alpha\nBeta\"\n10000002,Gamma\nx,Delta\n");
    String found = assertThrows(UserException.class, () -> read(Tables.PROVIDER)).getMessage();
    assertTrue(found.contains("record 3"), found);
  }

  @Test
  void twoPathwaysOfOneFrameworkAreTwoRows() {
    write("frameworks.csv", "fwork_code,prog_type,pway_code\n403,2,1\n403,2,2\n403,3,1\n");
    assertEquals(3, read(Tables.FRAMEWORK).size());
  }

  private List<Row> read(Table table) {
    return files.read(spark(), table).collectAsList();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
