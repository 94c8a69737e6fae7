package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.returns.Found.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.returns.JudgedFile.Status;

class FileJudgeTest {
  private final List<FileIssue> issues = new ArrayList<>();

  @Test
  void aSoundFinalReturnIsAcceptedWithoutAWarning() {
    JudgedFile judged = judge(file());
    assertEquals(Status.ACCEPTED, judged.status());
    assertEquals(10000001, judged.ukprn());
    assertEquals(new AcademicYear(2024), judged.year());
    assertEquals(14, judged.returnNumber());
    assertTrue(judged.isFinal());
    assertEquals("2025102010150001", judged.stamp());
    assertEquals(List.of(), issues);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("it cannot be read", file().unreadable("truncated"), "truncated"),
        refusal("no UKPRN", file().ukprn(null), "header_ukprn"),
        refusal("a UKPRN of seven digits", file().ukprn("1000001"), "header_ukprn"),
        refusal("a UKPRN that begins with nought", file().ukprn("00000001"), "header_ukprn"),
        refusal("no year", file().year(null), "header_year"),
        refusal("a year of two digits", file().year("24"), "header_year"),
        refusal("two years that do not follow", file().year("2426"), "header_year"),
        refusal("no namespace", file().namespace(null), "namespace"),
        refusal("another namespace", file().namespace("urn:other"), "namespace"),
        refusal(
            "another year's namespace", file().namespace("ESFA/ILR/2023-24"), "namespace_conflict"),
        refusal(
            "a namespace of two years that do not follow",
            file().namespace("ESFA/ILR/2024-26"),
            "namespace"),
        refusal(
            "another learning provider", file().learningProvider("10000002"), "provider_conflict"),
        refusal(
            "a learning provider that is no number",
            file().learningProvider("ten"),
            "provider_conflict"),
        refusal(
            "another provider in the name",
            file().named("ILR-10000002-2425-20251020-101500-01.xml"),
            "name_conflict"),
        refusal(
            "another year in the name",
            file().named("ILR-10000001-2324-20251020-101500-01.xml"),
            "name_conflict"),
        refusal("another year's folder", file().inYear("2324"), "folder_conflict"),
        refusal(
            "neither a folder nor a date",
            file().inReturn(null).prepared(null),
            "no_return_number"),
        refusal(
            "no folder and a day that does not exist",
            file().inReturn(null).prepared("2025-02-30"),
            "no_return_number"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void aFileIsRefused(String aCase, ReturnedFile found, String code) {
    JudgedFile judged = new FileJudge(Found.STRICT, issues).judge(found);
    assertEquals(Status.REFUSED, judged.status());
    assertFalse(judged.isFinal());
    assertEquals(List.of(code), issues.stream().map(FileIssue::code).toList());
    assertEquals("file", issues.get(0).severity());
    assertEquals(judged.reason().orElseThrow(), issues.get(0).message());
  }

  static Stream<Arguments> warnings() {
    return Stream.of(
        warning("a name of its own", file().named("return.xml"), "name_pattern"),
        warning(
            "no serial number",
            file().named("ILR-10000001-2425-20251020-101500.xml"),
            "name_pattern"),
        warning(
            "more than a name",
            file().named("old ILR-10000001-2425-20251020-101500-01.xml"),
            "name_pattern"),
        warning(
            "another year in a name that does not follow the pattern",
            file().named("ILR-10000001-1920-20251020-101500.xml"),
            "name_pattern",
            "name_disagrees"),
        warning(
            "another provider in a name that does not follow the pattern",
            file().named("ILR-10000009-2425-20251020-101500.xml"),
            "name_pattern",
            "name_disagrees"),
        warning(
            "a ZIP of an XML with another name",
            file()
                .named("ILR-10000001-2425-20251020-101500-01.zip")
                .holding("ILR-10000001-2425-20251020-101500-02.xml"),
            "zip_name"),
        warning("no preparation date", file().prepared(null), "preparation_date"),
        warning(
            "a preparation date that does not exist",
            file().prepared("2025-06-31"),
            "preparation_date"),
        warning(
            "prepared on the day before its year",
            file().prepared("2024-07-31"),
            "prepared_before_year"),
        warning("no return folder", file().inReturn(null), "return_by_date"),
        warning("no folder at all", file().inReturn(null).inYear(null), "return_by_date"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("warnings")
  void aFileIsAcceptedWithAWarning(String aCase, ReturnedFile found, List<String> codes) {
    JudgedFile judged = new FileJudge(Found.STRICT, issues).judge(found);
    assertEquals(Status.ACCEPTED, judged.status());
    assertEquals(14, judged.returnNumber());
    assertEquals(codes, issues.stream().map(FileIssue::code).toList());
    assertTrue(issues.stream().allMatch(issue -> issue.severity().equals("warning")));
  }

  static Stream<Arguments> settled() {
    return Stream.of(
        warning(
            "another year in the header",
            file().year("2324").prepared("2025-10-20"),
            "namespace_conflict"),
        warning("no year in the header", file().year("24"), "namespace_conflict"),
        warning(
            "another year in the name",
            file().named("ILR-10000001-2324-20251020-101500-01.xml"),
            "name_conflict"),
        warning("another year's folder", file().inYear("2324"), "folder_conflict"),
        warning(
            "another learning provider", file().learningProvider("10000002"), "provider_conflict"),
        warning(
            "another provider in the name",
            file().named("ILR-10000002-2425-20251020-101500-01.xml"),
            "name_conflict"),
        warning(
            "another provider and another year in the name",
            file().named("ILR-10000002-2324-20251020-101500-01.xml"),
            "name_conflict",
            "name_conflict"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settled")
  void aConflictIsSettledByNamespaceAndHeaderWhereTheSettingsSaySo(
      String aCase, ReturnedFile found, List<String> codes) {
    JudgedFile judged = new FileJudge(Found.SETTLING, issues).judge(found);
    assertEquals(Status.ACCEPTED, judged.status());
    assertEquals(new AcademicYear(2024), judged.year());
    assertEquals(10000001, judged.ukprn());
    assertEquals(codes, issues.stream().map(FileIssue::code).toList());
    assertTrue(issues.stream().allMatch(issue -> issue.severity().equals("warning")));
    assertTrue(
        issues.stream().allMatch(issue -> issue.message().contains(" counts.")), issues::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:other", "ESFA/ILR/2024-26", ""})
  void aNamespaceOfNoYearSettlesNothing(String namespace) {
    JudgedFile judged =
        new FileJudge(Found.SETTLING, issues).judge(file().namespace(namespace).done());
    assertEquals(Status.REFUSED, judged.status());
    assertEquals("namespace", issues.get(0).code());
  }

  @Test
  void theNamespaceOfTheNewestYearsHasNoAgency() {
    assertEquals(
        new AcademicYear(2026),
        judge(
                file()
                    .named("ILR-10000001-2627-20271020-101500-01.xml")
                    .namespace("ILR/2026-27")
                    .year("2627")
                    .inYear("2627")
                    .prepared("2027-10-20"))
            .year());
    assertEquals(List.of(), issues);
  }

  @Test
  void aFileOfTheFirstDayOfItsYearIsNotEarly() {
    assertEquals(1, judge(file().inReturn(1).prepared("2024-08-01")).returnNumber());
    assertEquals(List.of(), issues);
  }

  @Test
  void aZipAndItsXmlMayDifferInCaseAndEnding() {
    judge(
        file()
            .named("ILR-10000001-2425-20251020-101500-01.zip")
            .holding("ilr-10000001-2425-20251020-101500-01.XML"));
    judge(file().named("ILR-10000001-2425-20251020-101500-01.xml.gz"));
    assertEquals(List.of(), issues);
  }

  @Test
  void theHeaderCountsIfTheNameDoesNotFollowThePattern() {
    JudgedFile judged = judge(file().named("ILR-10000009-1920-20251020-101500.xml"));
    assertEquals(10000001, judged.ukprn());
    assertEquals(new AcademicYear(2024), judged.year());
  }

  @Test
  void theFolderComesBeforeTheDate() {
    assertEquals(4, judge(file().inReturn(4)).returnNumber());
    assertEquals(3, judge(file().inReturn(null).prepared("2024-10-20")).returnNumber());
  }

  @Test
  void anOlderNamespaceIsReadByItsYear() {
    assertEquals(
        Status.ACCEPTED,
        judge(file().namespace("SFA/ILR/2024-25").learningProvider(null)).status());
  }

  @Test
  void valuesOfAHeaderAreShownShortened() {
    judge(file().namespace("x".repeat(5000)));
    assertTrue(issues.get(0).message().length() < 200, issues.get(0).message());
  }

  private JudgedFile judge(Found found) {
    return new FileJudge(Found.STRICT, issues).judge(found.done());
  }

  private static Arguments refusal(String aCase, Found found, String code) {
    return Arguments.of(aCase, found.done(), code);
  }

  private static Arguments warning(String aCase, Found found, String... codes) {
    return Arguments.of(aCase, found.done(), List.of(codes));
  }
}
