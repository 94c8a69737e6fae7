package org.openqar.ilr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The element names of every known ILR year, and the group that holds each. */
final class Vocabulary {
  private static final Vocabulary ILR = load("elements.txt");

  private final Map<String, List<String>> groups = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> lowerCaseNames = new HashSet<>();

  private Vocabulary() {}

  static Vocabulary ilr() {
    return ILR;
  }

  /** Returns the elements of a group, or none if the name is not that of a group. */
  List<String> elementsOf(String group) {
    return groups.getOrDefault(group, List.of());
  }

  /** Returns the names of all groups and elements. */
  Set<String> names() {
    return names;
  }

  boolean knows(String name) {
    return names.contains(name);
  }

  boolean knowsInOtherCase(String name) {
    return lowerCaseNames.contains(lowerCase(name));
  }

  static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Vocabulary load(String resource) {
    Vocabulary vocabulary = new Vocabulary();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Vocabulary.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      lines.lines().filter(it -> !it.startsWith("#")).forEach(new Loader(vocabulary)::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vocabulary;
  }

  private void add(String name) {
    names.add(name);
    lowerCaseNames.add(lowerCase(name));
  }

  /** Reads {@code Group:} lines, each followed by indented lines of its elements. */
  private static final class Loader {
    private final Vocabulary vocabulary;
    private List<String> group;

    Loader(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    void line(String line) {
      if (line.endsWith(":")) {
        String name = line.substring(0, line.length() - 1);
        vocabulary.add(name);
        group = vocabulary.groups.computeIfAbsent(name, it -> new ArrayList<>());
      } else {
        for (String element : line.strip().split(" +")) {
          vocabulary.add(element);
          group.add(element);
        }
      }
    }
  }
}
