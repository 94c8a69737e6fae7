package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What it costs that one provider of 500 resubmits one return, where 5 % of the learners moved between
 * any two of them: beside the full run, and beside a run on data-samples, whose cost hardly depends on its data.
 */
final class Resubmission {
  private final Path folder;
  private final Path returns;
  private final List<Checkout> checkouts;

  Resubmission(Path folder, Data data) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("resubmit"));
    this.returns = data.movedLearners();
    this.checkouts = Checkout.all(this.folder);
  }

  /** Measures some rounds, and gives the lines of the report. */
  List<String> measure(int rounds) throws IOException, InterruptedException {
    Map<Checkout, List<Cost>> fixed = new LinkedHashMap<>();
    Map<Checkout, List<Cost>> full = new LinkedHashMap<>();
    Map<Checkout, List<Cost>> again = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Checkout checkout : checkouts) {
        Path warehouse = folder.resolve("warehouse-" + checkout.name());
        Path later = folder.resolve("later");
        FixedCosts.delete(warehouse);
        add(fixed, checkout, checkout.cost(0, List.of("run", "--warehouse", warehouse.toString())));
        FixedCosts.delete(warehouse);
        FixedCosts.delete(later);
        Files.createDirectories(later);
        add(full, checkout, checkout.cost(0, run(later, warehouse)));
        resubmit(later);
        add(again, checkout, checkout.cost(0, run(later, warehouse)));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| checkout | full run | CPU | one provider resubmits | CPU | `run` on data-samples | CPU | what it adds, of the full run | aim |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Checkout checkout : checkouts) {
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        shares.add(
            (again.get(checkout).get(i).wall() - fixed.get(checkout).get(i).wall())
                / full.get(checkout).get(i).wall());
      }
      List<String> cells = new ArrayList<>();
      for (Map<Checkout, List<Cost>> one : List.of(full, again, fixed)) {
        cells.add(Costs.seconds(one.get(checkout), Cost::wall));
        cells.add(Costs.seconds(one.get(checkout), Cost::cpu));
      }
      lines.add("| %s | %s | %.3f | 0.05 |".formatted(checkout.name(), String.join(" | ", cells), Costs.median(shares)));
    }
    return lines;
  }

  private static void add(Map<Checkout, List<Cost>> costs, Checkout checkout, Cost cost) {
    costs.computeIfAbsent(checkout, any -> new ArrayList<>()).add(cost);
  }

  private List<String> run(Path later, Path warehouse) {
    return List.of(
        "run",
        "--returns", returns.toString(),
        "--returns", later.toString(),
        "--reference", returns.resolveSibling("reference").toString(),
        "--warehouse", warehouse.toString());
  }

  /** A final return of a provider of middle size once more, a year later, without its first learner. */
  private void resubmit(Path later) throws IOException {
    List<Path> files = Moves.files(returns).stream().sorted(Comparator.comparing(it -> it.toFile().length())).toList();
    Path file = files.get(files.size() / 2);
    Path folder = Files.createDirectories(later.resolve(returns.relativize(file.getParent())));
    String name = file.getFileName().toString();
    int year = Integer.parseInt(name.substring(18, 22));
    Files.writeString(
        folder.resolve(name.substring(0, 18) + (year + 1) + name.substring(22)),
        Files.readString(file).replaceFirst("(?s)<Learner>.*?</Learner>", ""));
  }
}
