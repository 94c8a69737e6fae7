package org.openqar.ilr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The sentence of")
class IlrProblemTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void template(IlrProblem problem) {
    String template = problem.template();
    assertTrue(template.matches("expected [^;]+, found [^;]+; [^;]+[.]"), template);
    assertTrue(template.indexOf('{') == template.lastIndexOf('{'), template);
    assertTrue(template.contains(problem.expected()) && template.contains(problem.found()));
    String sentence = problem.sentence("a.xml", 3, 4, "$1 %s", "seen");
    assertTrue(sentence.startsWith("a.xml, line 3, column 4: expected "), sentence);
    assertTrue(sentence.endsWith("; seen; " + problem.advice() + "."), sentence);
    assertTrue(sentence.indexOf('{') < 0, sentence);
    assertEquals(template.contains("{"), sentence.contains("$1 %s"), sentence);
  }

  @Test
  @DisplayName("a case of an official file rule names the rule")
  void rules() {
    assertEquals(
        Set.of("Entity_1", "Protected ZIP file", "ZIP_CORRUPT", "ZIP_EMPTY"),
        Arrays.stream(IlrProblem.values())
            .map(IlrProblem::rule)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet()));
    assertEquals(
        "a.zip: expected a ZIP archive that contains only one XML file, found 2 (rule ZIP_EMPTY, which stands for any number of XML files but one);"
            + " zip each return by itself.",
        IlrProblem.ZIP_SEVERAL_XML.sentence("a.zip", 0, 0, 2, null));
  }
}
