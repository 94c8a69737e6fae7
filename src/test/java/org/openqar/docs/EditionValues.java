package org.openqar.docs;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;
import org.openqar.rules.Unit;

/**
 * The values of editions as they are declared: unit, rules that read them, tests that turn on them.
 */
final class EditionValues {
  private static final Pattern TURNS_ON = Pattern.compile("@DecidedBy\\(\\{?([^)}]*)\\}?\\)");
  private static final Pattern KEY = Pattern.compile("\"([^\"]+)\"");

  private EditionValues() {}

  /**
   * One value.
   *
   * @param key its dotted path
   */
  record Declared(String key, Type type, Optional<String> unit) {
    /** The unit, or the choices that there are. */
    String unitOrChoices() {
      if (type == Boolean.class) {
        return "yes or no";
      }
      if (type instanceof Class<?> choice && choice.isEnum()) {
        return Stream.of(choice.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
      }
      return unit.orElse(type == LocalDate.class ? "date" : "");
    }
  }

  /** All, in the order of their declaration. */
  static List<Declared> all() {
    List<Declared> all = new ArrayList<>();
    collect("", Edition.class, all);
    return all;
  }

  private static void collect(String path, Class<?> section, List<Declared> into) {
    for (RecordComponent component : section.getRecordComponents()) {
      String key = path + kebab(component.getName());
      if (component.getType() == Edition.Parameter.class) {
        into.add(
            new Declared(
                key,
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0],
                Optional.ofNullable(component.getAnnotation(Unit.class)).map(Unit::value)));
      } else if (component.getType().isRecord()) {
        collect(key + ".", component.getType(), into);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The ids of the rules whose condition another value changes, under any of the editions. */
  static Map<String, TreeSet<String>> readers(List<Edition> editions) {
    Map<String, TreeSet<String>> readers = new TreeMap<>();
    for (Declared value : all()) {
      TreeSet<String> ids = readers.computeIfAbsent(value.key(), any -> new TreeSet<>());
      for (Edition edition : editions) {
        RuleBook book = ReportTypes.book(edition, edition.year());
        Edition changed = edition.with(Map.of(value.key(), another(edition, value)));
        Map<String, String> sql = sql(ReportTypes.book(changed, edition.year()));
        for (Rule rule : book.rules()) {
          if (!book.sql(rule).equals(sql.get(rule.id()))) {
            ids.add(rule.id());
          }
        }
      }
    }
    return readers;
  }

  private static Map<String, String> sql(RuleBook book) {
    Map<String, String> sql = new LinkedHashMap<>();
    book.rules().forEach(rule -> sql.put(rule.id(), book.sql(rule)));
    return sql;
  }

  /** A value of the kind that the edition does not have, as YAML. */
  private static String another(Edition edition, Declared declared) {
    Object value = value(edition, declared.key());
    if (value instanceof Boolean yes) {
      return String.valueOf(!yes);
    }
    if (value instanceof Integer number) {
      return String.valueOf(number + 1);
    }
    if (value instanceof LocalDate day) {
      return day.plusDays(1).toString();
    }
    if (value instanceof Enum<?> choice) {
      Object[] choices = choice.getDeclaringClass().getEnumConstants();
      return choices[(choice.ordinal() + 1) % choices.length].toString();
    }
    return switch (declared.key()) {
      case "qualifying-period.steps" -> "[{planned-from: 0, served: 99}]";
      case "exclusions.aim-refs" -> "[{hybrid-end-year: 2019, aims: [\"60001234\"]}]";
      default -> declared.type().toString().contains("String") ? "[\"999\"]" : "[999]";
    };
  }

  private static Object value(Edition edition, String key) {
    Object at = edition;
    for (String step : key.split("[.]")) {
      for (RecordComponent component : at.getClass().getRecordComponents()) {
        if (kebab(component.getName()).equals(step)) {
          at = read(component, at);
          break;
        }
      }
    }
    return ((Edition.Parameter<?>) at).value();
  }

  private static Object read(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The test classes whose cases turn on a value that no rule reads, by key.
   *
   * @param root of the project
   */
  static Map<String, TreeSet<String>> tests(Path root) throws IOException {
    Map<String, TreeSet<String>> tests = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(root.resolve("src/test/java"))) {
      for (Path source : sources.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        Matcher annotation = TURNS_ON.matcher(Files.readString(source));
        if (annotation.find()) {
          Matcher key = KEY.matcher(annotation.group(1));
          while (key.find()) {
            tests
                .computeIfAbsent(key.group(1), any -> new TreeSet<>())
                .add(root.relativize(source).toString().replace('\\', '/'));
          }
        }
      }
    }
    return tests;
  }
}
