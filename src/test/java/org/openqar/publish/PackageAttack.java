package org.openqar.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;

/**
 * What somebody finds out who has a published package, held to one of the same counts in which
 * nothing is hidden. The attacker knows which provider is of which type, and what lies within what.
 */
final class PackageAttack {
  private final Path truth;
  private final Map<String, List<Nesting>> nestings;
  private final Map<String, String> types = new HashMap<>();

  /**
   * @param truth the folder in which nothing is hidden
   * @param store of the warehouse from which both were published
   */
  PackageAttack(Path truth, TableStore store, KeyRange range) {
    this.truth = truth;
    PublishableCells cells = new PublishableCells(store, range);
    nestings = cells.nestings();
    EesFilter type = EesFilter.of(PublishableCells.PROVIDER_TYPE, "");
    cells
        .providerTypes()
        .forEach((ukprn, name) -> types.put(String.valueOf(ukprn), type.item(name)));
  }

  /** All that is found out. */
  Findings on(Path folder, Policy policy) throws IOException {
    List<Findings> all = new ArrayList<>();
    for (String system : PackageCells.systems(folder)) {
      all.add(on(folder, policy, system));
    }
    return Findings.together(all);
  }

  /** What is found out of one report, measure and period; no other tells of it. */
  Findings on(Path folder, Policy policy, String system) throws IOException {
    List<Nesting> known =
        nestings.entrySet().stream()
            .filter(of -> system.matches(of.getKey() + "(_timely)? .*"))
            .flatMap(of -> of.getValue().stream().map(nesting -> asInFiles(nesting, of.getKey())))
            .toList();
    return Findings.of(
        PackageCells.of(folder, system),
        new Attack.Knowledge(policy, types, known),
        PackageCells.truth(truth, system));
  }

  /** What lies within what, by the names of the files. */
  private static Nesting asInFiles(Nesting nesting, String reportType) {
    EesFilter inner = EesFilter.of(nesting.inner(), reportType);
    EesFilter outer = EesFilter.of(nesting.outer(), reportType);
    Map<String, String> outerOf = new HashMap<>();
    nesting.outerOf().forEach((in, out) -> outerOf.put(inner.item(in), outer.item(out)));
    return new Nesting(inner.column(), outer.column(), outerOf);
  }
}
