package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the pattern                 | ILR-10000001-2425-20251020-101500-01.xml         | 01 | true
          an archive                  | ILR-10000001-2425-20251020-101500-01.zip         | 01 | true
          capitals                    | ilr-10000001-2425-20251020-101500-01.XML         | 01 | true
          no serial number            | ILR-10000001-2425-20251020-101500.xml            | '' | false
          more in front               | copy of ILR-10000001-2425-20251020-101500-01.xml | 01 | false
          more at the end             | ILR-10000001-2425-20251020-101500-01 (2).xml     | 01 | false
          another ending              | ILR-10000001-2425-20251020-101500-01.txt         | 01 | false
          a serial number of a digit  | ILR-10000001-2425-20251020-101500-1.xml          | '' | false
          """)
  void aNameGivesItsParts(String aCase, String name, String serial, boolean complete) {
    FileName found = FileName.of(name).orElseThrow();
    assertEquals(new FileName(10000001, "2425", "20251020101500", serial, complete), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return.xml",
        "ILR-1000001-2425-20251020-101500-01.xml",
        "ILR-10000001-2425-20251020.xml",
        "ILR_10000001_2425_20251020_101500_01.xml",
        ""
      })
  void aNameOfAnotherKindGivesNothing(String name) {
    assertTrue(FileName.of(name).isEmpty());
  }

  @Test
  void laterNamesSortHigher() {
    String early = FileName.of("ILR-10000001-2425-20251020-101500-01.xml").get().stamp();
    String late = FileName.of("ILR-10000001-2425-20251020-101501-01.xml").get().stamp();
    assertTrue(late.compareTo(early) > 0);
  }
}
