package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command costs on data-samples beside the least that it could: a run beside a job that
 * writes and reads one Delta table, a question beside a program that reads one by Delta Kernel. All take turns, each as a process of its own
 * by the launcher; an older checkout is measured in the same rounds.
 */
final class FixedCosts {
  private static final List<String> OPTIONS_OF_BARE = List.of("-XX:+UseParallelGC", "@conf/java17.options");

  /** One of the invented learners, whom the README explains. */
  private static final List<String> LEARNER = List.of("--ukprn", "10000100", "--learner", "0009000011");

  /** The baselines. */
  private enum Baseline {
    BARE,
    KERNEL;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A command.
   *
   * @param code with which it ends
   * @param aim at most so many times its baseline
   * @param inWarehouse whether it is told where the tables are
   */
  private record Command(
      String title, Baseline baseline, double aim, int code, boolean inWarehouse, List<String> arguments) {}

  private static final String COLD = "`run`, cold";

  private static final List<Command> COMMANDS =
      List.of(
          new Command(COLD, Baseline.BARE, 2.5, 0, true, List.of("run")),
          new Command("`run`, nothing new", Baseline.KERNEL, 2, 0, true, List.of("run")),
          new Command("`explain` of one learner", Baseline.KERNEL, 3, 0, true, with("explain", LEARNER)),
          new Command(
              "`export` of `qar_national`",
              Baseline.KERNEL,
              1.5,
              0,
              true,
              List.of("export", "--table", "qar_national", "--out", "target/bench/fixed/national.csv")),
          new Command("`--help`", Baseline.KERNEL, 0.5, 0, false, List.of("--help")),
          new Command("`editions`", Baseline.KERNEL, 0.5, 0, false, List.of("editions")),
          new Command("wrong usage", Baseline.KERNEL, 0.5, 2, false, List.of("run", "--no-such-option")));

  private final Path folder;
  private final List<Checkout> checkouts;
  private final Map<Baseline, List<Cost>> baselines = new LinkedHashMap<>();
  private final Map<Command, Map<Checkout, List<Cost>>> costs = new LinkedHashMap<>();

  FixedCosts(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("fixed"));
    this.checkouts = Checkout.all(this.folder);
  }

  /** Measures some rounds, and gives the lines of the report. */
  List<String> measure(int rounds) throws IOException, InterruptedException {
    for (Checkout checkout : checkouts) {
      // The first run after a build leaves the archive of its classes, and the baselines read its tables.
      checkout.cost(0, arguments(COMMANDS.get(0), fresh(warehouse(checkout))));
    }
    for (int round = 0; round < rounds; round++) {
      measureBaselines(checkouts.get(0));
      for (Command command : COMMANDS) {
        for (Checkout checkout : checkouts) {
          costs
              .computeIfAbsent(command, any -> new LinkedHashMap<>())
              .computeIfAbsent(checkout, any -> new ArrayList<>())
              .add(checkout.cost(command.code(), arguments(command, warehouseFor(command, checkout))));
        }
      }
    }
    return report();
  }

  private void measureBaselines(Checkout checkout) throws IOException, InterruptedException {
    String bare = fresh(folder.resolve("bare")).toString();
    String table = warehouse(checkout).resolve("qar_national").toString();
    baselines
        .computeIfAbsent(Baseline.BARE, any -> new ArrayList<>())
        .add(checkout.baseline(Bare.class, OPTIONS_OF_BARE, bare));
    baselines
        .computeIfAbsent(Baseline.KERNEL, any -> new ArrayList<>())
        .add(checkout.baseline(KernelRead.class, List.of(), table));
  }

  private List<String> report() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| command | checkout | wall | times its baseline | CPU | times its baseline | aim | memory | SQL executions |");
    lines.add("| --- | --- | ---: | --- | ---: | --- | ---: | ---: | ---: |");
    baselines.forEach(
        (baseline, own) ->
            lines.add(
                "| baseline %s | | %s | | %s | | | %d MB | |"
                    .formatted(
                        baseline.label(),
                        Costs.seconds(own, Cost::wall),
                        Costs.seconds(own, Cost::cpu),
                        Costs.peak(own))));
    for (Map.Entry<Command, Map<Checkout, List<Cost>>> command : costs.entrySet()) {
      for (Map.Entry<Checkout, List<Cost>> one : command.getValue().entrySet()) {
        lines.add(line(command.getKey(), one.getKey(), one.getValue()));
      }
    }
    return lines;
  }

  private String line(Command command, Checkout checkout, List<Cost> own) throws IOException, InterruptedException {
    List<Cost> baseline = baselines.get(command.baseline());
    return "| %s | %s | %s | %s | %s | %s | %s %s | %d MB | %s |"
        .formatted(
            command.title(),
            checkout.name(),
            Costs.seconds(own, Cost::wall),
            Costs.times(own, baseline, Cost::wall),
            Costs.seconds(own, Cost::cpu),
            Costs.times(own, baseline, Cost::cpu),
            command.aim(),
            command.baseline().label(),
            Costs.peak(own),
            command.inWarehouse()
                ? checkout.executions(arguments(command, warehouseFor(command, checkout)))
                : "");
  }

  private Path warehouseFor(Command command, Checkout checkout) throws IOException {
    return command.title().equals(COLD) ? fresh(warehouse(checkout)) : warehouse(checkout);
  }

  private List<String> arguments(Command command, Path warehouse) {
    return command.inWarehouse()
        ? with(command.arguments().get(0), with("--warehouse", List.of(warehouse.toString())), command.arguments())
        : command.arguments();
  }

  private static List<String> with(String first, List<String> then) {
    return Stream.concat(Stream.of(first), then.stream()).toList();
  }

  /** A command with options before its own. */
  private static List<String> with(String command, List<String> options, List<String> all) {
    return Stream.concat(with(command, options).stream(), all.stream().skip(1)).toList();
  }

  private Path warehouse(Checkout checkout) {
    return folder.resolve("warehouse-" + checkout.name());
  }

  private static Path fresh(Path folder) throws IOException {
    delete(folder);
    return folder;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
