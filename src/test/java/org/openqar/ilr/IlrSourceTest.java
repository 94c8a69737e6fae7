package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.support.SparkTest.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.messages.UserException;

@DisplayName("The ilr source")
class IlrSourceTest {
  private static final String SOUND =
      "<Message xmlns=\"ESFA/ILR/2024-25\">"
          + Reading.HEADER
          + "<Learner><LearnRefNumber>A</LearnRefNumber><LearningDelivery><AimType>1</AimType>"
          + "</LearningDelivery><LearningDelivery/></Learner>"
          + "<Learner><LearnRefNumber>B</LearnRefNumber></Learner>"
          + "<LearnerDestinationandProgression><LearnRefNumber>A</LearnRefNumber>"
          + "</LearnerDestinationandProgression></Message>";

  @TempDir static Path root;

  @BeforeAll
  static void returns() throws IOException {
    write("sound/2425/R14/one.xml", SOUND);
    write("sound/2425/r04/deep/er/TWO.XML", SOUND.replace(">A<", ">C<"));
    write("sound/2425/R15/_hidden.xml", "not read");
    write("sound/2425/.hidden/x.xml", "not read");
    write("sound/2425/R15/notes.txt", "not read");
    write("mixed/good.xml", SOUND);
    write("mixed/broken.xml", SOUND.replace("<Learner><LearnRefNumber>B", "<Learner></x>"));
    Path zip = root.resolve("zipped/three.ZIP");
    Files.createDirectories(zip.getParent());
    Files.write(zip, Reading.ofZip(SOUND, "three.xml").bytes());
    Files.createDirectories(root.resolve("empty"));
  }

  private static void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Dataset<Row> read(String... paths) {
    return spark()
        .read()
        .format("ilr")
        .load(Arrays.stream(paths).map(it -> root + "/" + it).toArray(String[]::new));
  }

  private static Dataset<Row> read(String path, Records records, Mode mode) {
    return spark()
        .read()
        .format("ilr")
        .option("records", records.name().toLowerCase(Locale.ROOT))
        .option("mode", mode.name().toLowerCase(Locale.ROOT))
        .load(root + "/" + path);
  }

  private static String references(Dataset<Row> frame) {
    return frame.select("learn_ref_number").as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "reads {0} as learners {1}")
  @CsvSource(
      textBlock =
          """
          sound/2425/R14/one.xml,                A B
          sound,                                 A B B C
          sound/*/R14,                           A B
          'sound/2425/{R14,r04}',                A B B C
          sound/2425/R1?/*,                      A B
          sound/2425/R14 zipped,                 A A B B
          sound sound/2425/R14/one.xml,          A B B C
          zipped/three.ZIP,                      A B
          empty,                                 ''
          """)
  void paths(String paths, String expected) {
    assertEquals(expected, references(read(paths.split(" "))));
  }

  @Test
  @DisplayName("says in one sentence that a path does not exist")
  void unknownPath() {
    for (String path : List.of("nowhere", "nowhere/*.xml", "nowhere.xml")) {
      Exception refused = assertThrows(UserException.class, () -> read(path));
      assertEquals(
          "Path %s/%s does not exist; give a file, a folder or a pattern that does."
              .formatted(root, path),
          refused.getMessage());
    }
    Exception refused =
        assertThrows(UserException.class, () -> spark().read().format("ilr").load());
    assertTrue(refused.getMessage().contains("no path"), refused.getMessage());
  }

  @Test
  @DisplayName("names its columns and types as published")
  void schema() {
    assertEquals(
        List.of(
                "record string, source_file string, return_number int, folder_year string,"
                    + " record_no bigint, line int, part int",
                "namespace string, collection string, year string, file_preparation_date string,"
                    + " ukprn string, learning_provider_ukprn string, software_supplier string,"
                    + " software_package string, release string, serial_no string, date_time string",
                "learn_ref_number string, prev_learn_ref_number string, prev_ukprn string,"
                    + " pmukprn string, camp_id string, uln string, date_of_birth string,"
                    + " ethnicity string, sex string, lldd_health_prob string,"
                    + " plan_learn_hours string, plan_eep_hours string, postcode_prior string,"
                    + " postcode string",
                "prior_attain array<struct<prior_level:string,date_level_app:string>>,"
                    + " lldd_and_health_problem array<struct<lldd_cat:string,primary_lldd:string>>,"
                    + " learner_fam array<struct<learn_fam_type:string,learn_fam_code:string>>",
                "learner_employment_status array<struct<emp_stat:string,date_emp_stat_app:string,"
                    + "emp_id:string,employment_status_monitoring:"
                    + "array<struct<esm_type:string,esm_code:string>>>>",
                "learning_delivery array<struct<line:int,learn_aim_ref:string,aim_type:string,"
                    + "aim_seq_number:string,learn_start_date:string,orig_learn_start_date:string,"
                    + "learn_plan_end_date:string,fund_model:string,p_hours:string,"
                    + "otj_act_hours:string,prog_type:string,fwork_code:string,pway_code:string,"
                    + "std_code:string,partner_ukprn:string,del_loc_post_code:string,"
                    + "add_hours:string,prior_learn_fund_adj:string,other_fund_adj:string,"
                    + "con_ref_number:string,epa_org_id:string,emp_outcome:string,"
                    + "comp_status:string,learn_act_end_date:string,withdraw_reason:string,"
                    + "outcome:string,ach_date:string,out_grade:string,sw_sup_aim_id:string,"
                    + "tl_out:string,learning_delivery_fam:array<struct<learn_del_fam_type:string,"
                    + "learn_del_fam_code:string,learn_del_fam_date_from:string,"
                    + "learn_del_fam_date_to:string>>,app_fin_record:array<struct<a_fin_type:string,"
                    + "a_fin_code:string,a_fin_date:string,a_fin_amount:string>>>>",
                "dp_outcome array<struct<out_type:string,out_code:string,out_start_date:string,"
                    + "out_end_date:string,out_coll_date:string>>",
                "file struct<content_hash:string,bytes:bigint,lines:int,learners:bigint,aims:bigint,"
                    + "destinations:bigint,unknown_elements:array<struct<name:string,count:bigint>>,"
                    + "case_slips:array<struct<name:string,count:bigint>>,namespaces:array<string>,"
                    + "inner_name:string,problem:struct<code:string,line:int,column:int,"
                    + "last_learner_no:bigint,last_learner_line:int,message:string>>")
            .stream()
            .collect(Collectors.joining(", ")),
        Arrays.stream(read("sound").schema().fields())
            .map(it -> it.name() + " " + it.dataType().catalogString())
            .collect(Collectors.joining(", ")));
    assertFalse(read("sound").schema().apply("record").nullable());
    assertFalse(read("sound").schema().apply("source_file").nullable());
  }

  @Test
  @DisplayName("gives the file, and the return and year of its folders")
  void folders() {
    assertEquals(
        List.of(
            "[file:%s/sound/2425/R14/one.xml,14,2425]".formatted(root),
            "[file:%s/sound/2425/r04/deep/er/TWO.XML,4,2425]".formatted(root)),
        read("sound")
            .select("source_file", "return_number", "folder_year")
            .distinct()
            .orderBy("source_file")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
    Row elsewhere = read("mixed/good.xml").select("return_number", "folder_year").first();
    assertTrue(elsewhere.isNullAt(0) && elsewhere.isNullAt(1));
  }

  @ParameterizedTest(name = "records={0} gives {1}")
  @CsvSource({
    "LEARNER,learner learner",
    "DESTINATION,destination",
    "FILE,file",
    "ALL,learner learner destination file"
  })
  void records(Records records, String expected) {
    Dataset<Row> frame = read("mixed/good.xml", records, Mode.FAILFAST);
    List<String> kinds = frame.select("record").as(Encoders.STRING()).collectAsList();
    assertEquals(expected, String.join(" ", kinds));
    assertEquals(kinds.size(), frame.count());
  }

  @Test
  @DisplayName("refuses unknown values of options and names the known ones")
  void optionValues() {
    Exception records =
        assertThrows(
            UserException.class,
            () -> spark().read().format("ilr").option("records", "aims").load(root + "/mixed"));
    assertEquals(
        "Option records of the ilr source takes learner, destination, file, all; found 'aims'.",
        records.getMessage());
    Exception mode =
        assertThrows(
            UserException.class,
            () -> spark().read().format("ilr").option("mode", "lax").load(root + "/mixed"));
    assertEquals(
        "Option mode of the ilr source takes failfast, permissive; found 'lax'.",
        mode.getMessage());
    for (String size : List.of("64m", "-1", "1073741825")) {
      Exception split =
          assertThrows(
              UserException.class,
              () -> spark().read().format("ilr").option("splitBytes", size).load(root + "/mixed"));
      assertEquals(
          "Option splitBytes of the ilr source takes a whole number from 0 to 1073741824;"
              + " found '%s'.".formatted(size),
          split.getMessage());
    }
  }

  @Test
  @DisplayName("refuses an unknown option and names the nearest and all others")
  void unknownOptions() {
    Exception unknown =
        assertThrows(
            UserException.class,
            () -> spark().read().format("ilr").option("record", "all").load(root + "/mixed"));
    String told = unknown.getMessage();
    assertTrue(told.startsWith("The ilr source has no option record. "), told);
    assertTrue(told.contains("records") && told.contains("splitBytes"), told);
    // A setting of Hadoop is handed on to the file system.
    assertFalse(
        spark()
            .read()
            .format("ilr")
            .option("mode", "permissive")
            .option("fs.s3a.endpoint", "any")
            .load(root + "/mixed")
            .isEmpty());
  }

  @Test
  @DisplayName(
      "splits a large file into tasks if splitBytes asks for it, unless a query reads only headers")
  void splits() throws IOException {
    String learner = "<Learner><LearnRefNumber>A</LearnRefNumber></Learner>";
    write("large/one.xml", "<Message>" + Reading.HEADER + learner.repeat(400) + "</Message>");
    Dataset<Row> whole = read("large/one.xml", Records.ALL, Mode.FAILFAST);
    Dataset<Row> split =
        spark()
            .read()
            .format("ilr")
            .option("records", "all")
            .option("splitBytes", "5000")
            .load(root + "/large");
    assertEquals("[[0]]", whole.select("part").distinct().collectAsList().toString());
    assertEquals(1, whole.rdd().getNumPartitions());
    assertEquals(2, split.rdd().getNumPartitions());
    assertEquals(
        "[[3,400]]",
        split
            .where("record = 'file'")
            .selectExpr("max(part)", "sum(file.learners)")
            .collectAsList()
            .toString());
    assertEquals(400, split.where("record = 'learner'").count());
    Dataset<Row> headers =
        spark()
            .read()
            .format("ilr")
            .option("records", "file")
            .option("splitBytes", "5000")
            .load(root + "/large")
            .select("file.bytes", "ukprn");
    assertEquals(1, headers.collectAsList().size());
    assertFalse(headers.first().isNullAt(0));
  }

  @Test
  @DisplayName("fails fast with the file's sentence")
  void failFast() {
    Exception failed =
        assertThrows(
            Exception.class, () -> read("mixed", Records.LEARNER, Mode.FAILFAST).collect());
    Throwable cause = failed;
    while (cause.getCause() != null && !(cause instanceof IlrReadException)) {
      cause = cause.getCause();
    }
    assertEquals(IlrReadException.class, cause.getClass());
    assertTrue(cause.getMessage().contains("mixed/broken.xml, line 1"), cause.getMessage());
    assertTrue(failed.getMessage().contains(cause.getMessage()), failed.getMessage());
  }

  @Test
  @DisplayName("puts a file's problem in its row in permissive mode and reads the others")
  void permissive() {
    Dataset<Row> all = read("mixed", Records.ALL, Mode.PERMISSIVE);
    assertEquals(3, all.where("record = 'learner'").count());
    assertEquals(
        "[[broken.xml,not_well_formed,1], [good.xml,null,2]]",
        all.where("record = 'file'")
            .selectExpr(
                "substring_index(source_file, '/', -1) name",
                "file.problem.code",
                "file.learners - int(file.problem is not null)")
            .orderBy("name")
            .collectAsList()
            .toString());
  }

  @Test
  @DisplayName("reads in SQL by path through the catalog")
  void sql() {
    assertEquals(4, spark().sql("SELECT * FROM ilr.`%s/sound`".formatted(root)).count());
    assertEquals(
        "[[one.xml,2], [TWO.XML,2]]",
        spark()
            .sql(
                """
                SELECT substring_index(source_file, '/', -1), file.aims
                FROM ilr.`%s/sound` WITH (records = 'file') ORDER BY source_file"""
                    .formatted(root))
            .collectAsList()
            .toString());
    assertEquals(
        3,
        spark()
                .sql(
                    "SELECT aim.aim_type FROM ilr.`%s/mixed` WITH ('mode' = 'permissive')"
                            .formatted(root)
                        + " LATERAL VIEW explode(learning_delivery) AS aim")
                .count()
            - 1);
    Exception refused =
        assertThrows(UserException.class, () -> spark().sql("SELECT * FROM ilr.`/nowhere`"));
    assertTrue(refused.getMessage().startsWith("Path /nowhere does not exist"));
  }

  @Test
  @DisplayName("builds only the columns and fields asked for")
  void pruning() {
    assertReads(read("sound").select("uln"), "struct<uln:string>");
    assertReads(
        read("sound").selectExpr("learning_delivery.aim_type"),
        "struct<learning_delivery:array<struct<aim_type:string>>>");
    assertReads(
        read("sound").selectExpr("explode(learning_delivery) aim").selectExpr("aim.line"),
        "struct<learning_delivery:array<struct<line:int>>>");
    assertReads(
        read("sound", Records.FILE, Mode.PERMISSIVE).select("file.problem.code", "ukprn"),
        "struct<ukprn:string,file:struct<problem:struct<code:string>>>");
    assertEquals(
        "[[1], [null], [1], [null]]",
        read("sound")
            .selectExpr("explode(learning_delivery) aim")
            .select("aim.aim_type")
            .collectAsList()
            .toString());
    assertEquals(
        4, read("sound").selectExpr("explode_outer(learning_delivery.learn_aim_ref)").count() - 2);
  }

  private static void assertReads(Dataset<Row> frame, String schema) {
    String plan = frame.queryExecution().executedPlan().toString();
    assertTrue(plan.contains("ReadSchema: " + schema), plan);
    frame.collect();
  }

  @Test
  @DisplayName("gives the same from fewer columns as from all")
  void prunedEqualsFull() {
    Dataset<Row> all = spark().read().format("ilr").option("records", "all").load(Samples.FOLDER);
    List<Row> full = all.orderBy("source_file", "record", "record_no").collectAsList();
    for (String column : all.columns()) {
      List<Row> pruned =
          all.orderBy("source_file", "record", "record_no").select(column).collectAsList();
      for (int i = 0; i < full.size(); i++) {
        assertEquals(full.get(i).<Object>getAs(column), pruned.get(i).get(0), column);
      }
    }
  }

  @Test
  @DisplayName("uses as many tasks as run at once, however small the files")
  void tasks() {
    assertEquals(2, read("sound").rdd().getNumPartitions());
    assertEquals(1, read("zipped").rdd().getNumPartitions());
    assertEquals(0, read("empty").rdd().getNumPartitions());
  }
}
