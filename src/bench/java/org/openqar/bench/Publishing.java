package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqar.publish.AttackedPackage;

/**
 * What it costs to publish all reports of a warehouse under each policy, by the launcher, beside the policy that
 * hides nothing; and what an attack finds out from the packages that promise something.
 */
final class Publishing {
  private static final String NOTHING_HIDDEN = "none";
  private static final List<String> POLICIES = List.of(NOTHING_HIDDEN, "dfe-narts", "strict");
  private static final List<String> PROMISING = List.of("strict");

  /** A line of the command: a file, its rows and how many are hidden. */
  private static final Pattern FILE = Pattern.compile("([^ /]+\\.csv): (\\d+) rows, (\\d+) of them hidden \\(([\\d.]+) %\\)");

  private static final List<String> OPTIONS_OF_ATTACK =
      List.of("-Xmx12g", "-XX:+UseParallelGC", "-Duser.timezone=UTC", "-Dlog4j2.configurationFile=conf/log4j2.properties", "@conf/java17.options");

  private final Path folder;
  private final Path warehouse;
  private final Checkout checkout;

  Publishing(Path folder, Path warehouse) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("publish"));
    this.warehouse = warehouse;
    this.checkout = Checkout.all(this.folder).get(0);
  }

  /** Measures some rounds, and gives the lines of the report. */
  List<String> measure(int rounds) throws IOException, InterruptedException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    Map<String, List<String>> hidden = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String policy : POLICIES) {
        costs.computeIfAbsent(policy, any -> new ArrayList<>()).add(publish(policy));
        hidden.put(policy, printed());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| policy | wall | times `none` | CPU | times `none` | memory |");
    lines.add("| --- | ---: | --- | ---: | --- | ---: |");
    costs.forEach(
        (policy, own) ->
            lines.add(
                "| `%s` | %s | %s | %s | %s | %d MB |"
                    .formatted(
                        policy,
                        Costs.seconds(own, Cost::wall),
                        Costs.times(own, costs.get(NOTHING_HIDDEN), Cost::wall),
                        Costs.seconds(own, Cost::cpu),
                        Costs.times(own, costs.get(NOTHING_HIDDEN), Cost::cpu),
                        Costs.peak(own))));
    lines.add("");
    lines.add("| policy | file | rows | hidden | share |");
    lines.add("| --- | --- | ---: | ---: | ---: |");
    PROMISING.forEach(policy -> lines.addAll(files(policy, hidden.get(policy))));
    for (String policy : PROMISING) {
      lines.addAll(attack(policy));
    }
    return lines;
  }

  private Cost publish(String policy) throws IOException, InterruptedException {
    Cost cost =
        checkout.cost(
            0,
            List.of(
                "publish",
                "--warehouse", warehouse.toString(),
                "--policy", policy,
                "--out", folder.resolve(policy).toString(),
                "--replace"));
    System.out.printf("publish --policy %s: %s%n", policy, cost);
    return cost;
  }

  private List<String> printed() throws IOException {
    return Files.readAllLines(folder.resolve(checkout.name() + "-publish.out"));
  }

  private static List<String> files(String policy, List<String> printed) {
    List<String> lines = new ArrayList<>();
    for (String line : printed) {
      Matcher file = FILE.matcher(line);
      if (file.find()) {
        lines.add(
            "| `%s` | `%s` | %s | %s | %s %% |"
                .formatted(policy, file.group(1), file.group(2), file.group(3), file.group(4)));
      }
    }
    return lines;
  }

  /** What the attack found, and below it how many cells of providers are hidden by their leavers. */
  private List<String> attack(String policy) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(OPTIONS_OF_ATTACK);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), AttackedPackage.class.getName()));
    command.addAll(
        List.of(
            warehouse.toString(),
            folder.resolve(NOTHING_HIDDEN).toString(),
            folder.resolve(policy).toString(),
            policy));
    Path log = folder.resolve("attack-" + policy);
    Cost cost = Cost.of(log, 0, command);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(log + ".out"))) {
      System.out.println(line);
      String words = line.substring(line.indexOf(' ') + 1).replace(" ", " | ");
      if (line.startsWith("ATTACK ")) {
        lines.addAll(
            List.of(
                "",
                "| policy attacked | cells | hidden | counts attacked | found out | known closer than promised | attack | memory |",
                "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
                "| `%s` | %s | %s | %d MB |"
                    .formatted(policy, words, Costs.seconds(List.of(cost), Cost::wall), cost.peak()),
                "",
                "| leavers of a provider's cell, from | cells | hidden |",
                "| ---: | ---: | ---: |"));
      } else if (line.startsWith("BAND ")) {
        lines.add("| %s |".formatted(words));
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("The attack tells nothing; see " + log + ".err");
    }
    return lines;
  }
}
