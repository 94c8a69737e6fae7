package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.conversion.ConversionSupport;
import org.openqar.rules.RuleCases.Asked;

/** The cases of every rule, heard while their test classes ask them. */
final class AskedCases {
  private AskedCases() {}

  /** Runs the cases of every rule, and hears what they ask. */
  static List<Asked> all() throws Exception {
    List<Asked> asked = new ArrayList<>();
    RuleCases.heardBy(asked::add);
    try {
      for (Class<?> test : RuleBookTest.testsOfRules()) {
        if (test.isAnnotationPresent(CasesOf.class)) {
          run(test);
        }
      }
    } finally {
      RuleCases.heardBy(one -> {});
    }
    return asked;
  }

  private static void run(Class<?> test) throws Exception {
    Constructor<?> made = test.getDeclaredConstructor();
    made.setAccessible(true);
    for (Method method : test.getDeclaredMethods()) {
      method.setAccessible(true);
      if (method.isAnnotationPresent(Test.class)) {
        method.invoke(made.newInstance());
      } else if (method.isAnnotationPresent(ParameterizedTest.class)) {
        for (List<String> cells : tables(method)) {
          method.invoke(made.newInstance(), arguments(method, cells));
        }
      }
    }
  }

  /** The cases of a method, each as its cells: a text table, short lines, or numbers. */
  private static List<List<String>> tables(Method method) {
    ValueSource numbers = method.getAnnotation(ValueSource.class);
    if (numbers != null) {
      return IntStream.of(numbers.ints()).mapToObj(it -> List.of(String.valueOf(it))).toList();
    }
    CsvSource cases = method.getAnnotation(CsvSource.class);
    String between = cases.delimiter() == '|' ? "[|]" : ",";
    return Stream.concat(cases.textBlock().lines(), Stream.of(cases.value()))
        .filter(line -> !line.isBlank())
        .map(line -> Arrays.stream(line.split(between, -1)).map(String::strip).toList())
        .toList();
  }

  private static Object[] arguments(Method method, List<String> cells) {
    assertEquals(method.getParameterCount(), cells.size(), method + ": " + cells);
    return IntStream.range(0, cells.size())
        .mapToObj(
            i ->
                cells.get(i).isEmpty()
                    ? null
                    : ConversionSupport.convert(
                        cells.get(i),
                        method.getParameterTypes()[i],
                        AskedCases.class.getClassLoader()))
        .toArray();
  }
}
