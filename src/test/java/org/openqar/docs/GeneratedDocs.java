package org.openqar.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openqar.config.Configuration;
import org.openqar.pipeline.Stages;
import org.openqar.rules.Edition;

/** Writes the pages of {@code docs/generated}. Needs no Spark session. */
public final class GeneratedDocs {
  /** The edition whose rules the pages describe. */
  private static final String EDITION = "2024-25";

  private GeneratedDocs() {}

  /**
   * Writes all pages.
   *
   * @param args the root of the project
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "GeneratedDocs takes the root of the project; found %d arguments."
              .formatted(args.length));
    }
    write(Path.of(args[0]));
  }

  /** Writes all pages below a root. */
  public static void write(Path root) throws IOException {
    for (Map.Entry<String, String> page : pages(root).entrySet()) {
      Path file = root.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
  }

  /** Returns the text of all pages, by path below the root. */
  public static Map<String, String> pages(Path root) throws IOException {
    Path conf = root.resolve("conf");
    Edition edition = new Configuration(conf, Map.of()).edition(EDITION, Edition.class);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("docs/generated/data-flow.svg", DataFlowPicture.draw(Stages.ALL));
    pages.put("docs/generated/tables.md", TablesPage.text());
    pages.put("docs/generated/breakdowns.md", BreakdownsPage.text());
    pages.put("docs/generated/rules.md", RulesPage.text(edition, WorkedCases.below(root)));
    pages.put(
        "docs/generated/rules-by-edition.md",
        RulesByEditionPage.text(new Configuration(conf, Map.of())));
    pages.put("docs/generated/edition-values.md", ParametersPage.text(root));
    pages.put("docs/generated/command-line.md", CommandLinePage.text());
    pages.put("docs/generated/refusals.md", RefusalsPage.text());
    pages.put("docs/generated/settings.md", SettingsPage.text(conf));
    return pages;
  }
}
