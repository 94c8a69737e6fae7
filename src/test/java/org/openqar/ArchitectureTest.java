package org.openqar;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages know each other in one direction only: the arrows of docs/adr/0001-architecture.md. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.openqar");

  @Test
  void noStageKnowsAnother() {
    slices()
        .matching("org.openqar.(returns|reference|aims|measures|benchmarks)..")
        .should()
        .notDependOnEachOther()
        .check(OURS);
  }

  @Test
  void onlyTheOutermostPackagesKnowThePipelineAndTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of("cli", "pipeline", "reports"))
        .and()
        .haveNameNotMatching("org\\.openqar\\.(Main|Submit)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of("cli", "pipeline"))
        .check(OURS);
    noClasses()
        .that()
        .resideInAnyPackage(of("pipeline", "reports"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(of("cli")[0])
        .check(OURS);
  }

  @ParameterizedTest(name = "{0} knows {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          messages | messages
          calendar | calendar messages
          csv      | csv messages
          privacy  | privacy messages
          ilr      | ilr calendar privacy messages
          simulate | simulate calendar csv messages
          config   | config calendar messages
          rules    | rules config calendar messages
          breakdowns | breakdowns rules
          tables   | tables breakdowns rules calendar config messages
          matching | matching rules calendar messages
          spark    | spark config calendar messages
          publish  | publish reports breakdowns rules tables calendar csv messages
          """)
  void aPackageKnowsOnlyThese(String one, String known) {
    classes()
        .that()
        .resideInAPackage(of(one)[0])
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("org.openqar..")).or(resideInAnyPackage(of(known.split(" ")))))
        .check(OURS);
  }

  @Test
  void onlyTheTablesTouchDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage(of("tables")[0])
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .check(OURS);
  }

  @Test
  void onlyOnePackageStartsSessions() {
    noClasses()
        .that()
        .resideOutsideOfPackage(of("spark")[0])
        .should()
        .callMethod(SparkSession.class, "builder")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.Builder.class)
        .orShould()
        .callConstructor(SparkContext.class)
        .orShould()
        .callConstructor(JavaSparkContext.class)
        .check(OURS);
  }

  /** One learner's records can be matched, and one aim judged, where there is no Spark. */
  @Test
  void matchingKnowsNoSpark() {
    noClasses()
        .that()
        .resideInAPackage(of("matching")[0])
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(OURS);
  }

  @Test
  void ofTheRulesOnlyThoseForSparkKnowIt() {
    noClasses()
        .that()
        .resideInAPackage(of("rules")[0])
        .and()
        .haveNameNotMatching(
            "org\\.openqar\\.rules\\.(Columns|RowValues|RuleBook|SparkColumns|SparkJudge)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(OURS);
  }

  @Test
  void rulesReadNoFilesAndNoSessions() {
    noClasses()
        .that()
        .resideInAPackage(of("rules")[0])
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(SparkSession.class, java.io.File.class)
        .check(OURS);
  }

  /** Packages of ours, with those below them. */
  private static String[] of(String... names) {
    return Stream.of(names).map(name -> "org.openqar." + name + "..").toArray(String[]::new);
  }
}
