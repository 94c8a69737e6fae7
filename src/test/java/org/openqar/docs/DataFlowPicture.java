package org.openqar.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqar.pipeline.Stage;
import org.openqar.tables.Table;

/**
 * Draws the stages with the tables that they read and write. Each step of the flow is a column, and
 * an arrow leads to each stage that reads another stage's tables.
 */
final class DataFlowPicture {
  /** What people and programs get besides the tables themselves. */
  private static final Map<String, String> ANSWERS = answers();

  private static final int TOP = 92;
  private static final int LEFT = 254;
  private static final int BETWEEN = 44;
  private static final int FILES_WIDTH = 192;
  private static final int ANSWER_WIDTH = 196;
  private static final int ANSWER_HEIGHT = 74;

  private final List<Stage> stages;
  private final Map<Stage, Box> boxes = new LinkedHashMap<>();
  private final Map<Stage, Integer> steps = new HashMap<>();
  private final Svg svg = new Svg();

  private DataFlowPicture(List<Stage> stages) {
    this.stages = stages;
  }

  /** Returns the drawing as SVG. */
  static String draw(List<Stage> stages) {
    return new DataFlowPicture(stages).drawn();
  }

  /** The position and size of a shape. */
  record Box(int x, int y, int width, int height) {
    int right() {
      return x + width;
    }

    int bottom() {
      return y + height;
    }

    int centre() {
      return x + width / 2;
    }

    int middle() {
      return y + height / 2;
    }
  }

  private String drawn() {
    stages.forEach(stage -> steps.put(stage, step(stage)));
    placeFirst();
    placeLater();
    int low = boxes.values().stream().mapToInt(Box::bottom).max().orElseThrow();
    int lane = later().stream().mapToInt(it -> boxes.get(it).bottom()).max().orElse(low) + 30;
    Map<Box, Stage> outside = outside();
    int floor = Math.max(low, outside.keySet().stream().mapToInt(Box::bottom).max().orElse(low));
    int right = boxes.values().stream().mapToInt(Box::right).max().orElseThrow() + 16;
    Box panel = new Box(LEFT - 22, 68, right - LEFT + 22, floor + 16 - 68);
    svg.panel(panel);
    svg.head(FILES_WIDTH / 2 + 24, "FILES");
    svg.head(panel.centre(), "DELTA TABLES, ONE STAGE A LAYER");
    svg.head(right + 36 + ANSWER_WIDTH / 2, "ANSWERS");
    stages.forEach(this::box);
    arrows(lane);
    rules();
    outside.forEach((box, stage) -> fromOutside(box, stage, floor));
    answers(right + 36, panel);
    Box run = new Box(panel.x(), panel.bottom() + 24, panel.width(), 58);
    svg.run(run);
    svg.dashed("M%d %d V%d".formatted(panel.centre(), panel.bottom(), run.y() - 4));
    return svg.text(
        right + 36 + ANSWER_WIDTH + 24,
        run.bottom() + 28,
        "How data flows through OpenQAR",
        described());
  }

  private int step(Stage stage) {
    return stages.stream().filter(stage::readsFrom).mapToInt(it -> step(it) + 1).max().orElse(0);
  }

  private List<Stage> first() {
    return stages.stream().filter(stage -> steps.get(stage) == 0).toList();
  }

  private List<Stage> later() {
    return stages.stream().filter(stage -> steps.get(stage) > 0).toList();
  }

  private void placeFirst() {
    int width = first().stream().mapToInt(DataFlowPicture::width).max().orElseThrow();
    int y = TOP;
    for (Stage stage : first()) {
      boxes.put(stage, new Box(LEFT, y, width, height(stage)));
      y += height(stage) + 24;
    }
  }

  private void placeLater() {
    int top = boxes.values().stream().mapToInt(Box::y).min().orElseThrow();
    int bottom = boxes.values().stream().mapToInt(Box::bottom).max().orElseThrow();
    int x = boxes.values().stream().mapToInt(Box::right).max().orElseThrow() + BETWEEN;
    for (int step = 1;
        step <= steps.values().stream().max(Comparator.naturalOrder()).orElse(0);
        step++) {
      int now = step;
      List<Stage> column = stages.stream().filter(stage -> steps.get(stage) == now).toList();
      int height = column.stream().mapToInt(it -> height(it) + 24).sum() - 24;
      int width = column.stream().mapToInt(DataFlowPicture::width).max().orElse(0);
      int y = (top + bottom - height) / 2;
      for (Stage stage : column) {
        boxes.put(stage, new Box(x, y, width, height(stage)));
        y += height(stage) + 24;
      }
      x += width + BETWEEN;
    }
  }

  /**
   * Places the sources that stages read from outside: beside the first stages, and below the later
   * ones.
   */
  private Map<Box, Stage> outside() {
    Map<Box, Stage> placed = new LinkedHashMap<>();
    int y = first().stream().mapToInt(it -> boxes.get(it).bottom()).max().orElse(TOP) + 24;
    for (Stage stage : stages) {
      for (Stage.Outside source : stage.outside()) {
        int height = 52 + 20 * source.means().size();
        int top = steps.get(stage) == 0 ? boxes.get(stage).y() : y;
        Box box = new Box(24, top, FILES_WIDTH, height);
        y = steps.get(stage) == 0 ? y : y + height + 24;
        svg.box(box, Svg.Colour.FILES, source.title(), List.of(), source.means());
        placed.put(box, stage);
      }
    }
    return placed;
  }

  private void box(Stage stage) {
    svg.box(
        boxes.get(stage),
        steps.get(stage) == 0 ? Svg.Colour.READ : Svg.Colour.COMPUTED,
        stage.label(),
        wrapped(stage),
        stage.writes().stream().map(Table::name).toList());
  }

  /**
   * Draws the arrows between stages: straight to the next step, and by a lane below the boxes to a
   * later one.
   */
  private void arrows(int lane) {
    for (Stage from : stages) {
      Box start = boxes.get(from);
      List<Stage> near = readers(from, 1);
      for (Stage to : near) {
        Box end = boxes.get(to);
        int y =
            start.middle() >= end.y() + 14 && start.middle() <= end.bottom() - 14
                ? start.middle()
                : end.middle() + (start.middle() < end.middle() ? -14 : 14);
        int out = start.middle() == y ? y : Math.min(start.middle(), lane - 24);
        svg.arrow(
            out == y
                ? "M%d %d H%d".formatted(start.right(), y, end.x() - 4)
                : "M%d %d H%d V%d H%d".formatted(start.right(), out, end.x() - 22, y, end.x() - 4));
      }
      List<Stage> far =
          later().stream()
              .filter(it -> it.readsFrom(from) && steps.get(it) > steps.get(from) + 1)
              .toList();
      int out = Math.max(start.y() + 20, Math.min(start.bottom() - 20, lane));
      for (Stage to : far) {
        Box end = boxes.get(to);
        svg.arrow(
            (out == lane ? "M%1$d %2$d H%4$d V%5$d" : "M%1$d %2$d H%6$d V%3$d H%4$d V%5$d")
                .formatted(
                    start.right(), out, lane, end.centre(), end.bottom() + 4, start.right() + 22));
      }
    }
  }

  private List<Stage> readers(Stage from, int stepsOn) {
    return later().stream()
        .filter(it -> it.readsFrom(from) && steps.get(it) == steps.get(from) + stepsOn)
        .toList();
  }

  private void rules() {
    for (Stage stage : stages) {
      if (stage.appliesRules()) {
        Box judged = boxes.get(stage);
        Box rules = new Box(judged.centre() - 95, TOP, 190, 76);
        svg.box(rules, Svg.Colour.RULES, "rules + edition", List.of(), List.of());
        svg.line(rules, "declared, with clause");
        svg.ruling("M%d %d V%d".formatted(judged.centre(), rules.bottom(), judged.y() - 4));
      }
    }
  }

  private void fromOutside(Box source, Stage stage, int floor) {
    Box box = boxes.get(stage);
    int y = Math.min(source.middle(), floor);
    svg.arrow(
        steps.get(stage) == 0
            ? "M%d %d H%d".formatted(source.right(), y, box.x() - 4)
            : "M%d %d H%d V%d".formatted(source.right(), y, box.centre() + 40, box.bottom() + 4));
  }

  private void answers(int x, Box panel) {
    Box last = boxes.get(stages.get(stages.size() - 1));
    int gap =
        (panel.height() - 48 - ANSWERS.size() * ANSWER_HEIGHT) / Math.max(1, ANSWERS.size() - 1);
    int y = TOP;
    for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
      Box box = new Box(x, y, ANSWER_WIDTH, ANSWER_HEIGHT);
      svg.box(box, Svg.Colour.ANSWERS, answer.getKey(), List.of(), List.of());
      svg.line(box, answer.getValue());
      svg.arrow(
          "M%d %d H%d V%d H%d".formatted(last.right(), last.middle(), x - 24, box.middle(), x - 4));
      y += ANSWER_HEIGHT + gap;
    }
  }

  /** Describes the drawing in words, for readers who cannot see it. */
  private String described() {
    return stages.stream()
            .map(
                stage ->
                    "%s reads %s and writes %s"
                        .formatted(
                            stage.label(),
                            String.join(
                                ", ",
                                all(
                                    stage.outside().stream().map(Stage.Outside::title).toList(),
                                    stages.stream()
                                        .filter(stage::readsFrom)
                                        .map(it -> "the tables of " + it.label())
                                        .toList())),
                            stage.writes().stream()
                                .map(Table::name)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("; "))
        + ". The answers are "
        + String.join(", ", ANSWERS.keySet())
        + ". One row of the table run commits the versions of all tables.";
  }

  private static List<String> all(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static int height(Stage stage) {
    return 46 + 18 * wrapped(stage).size() + 20 * stage.writes().size();
  }

  private static int width(Stage stage) {
    int longest = stage.writes().stream().mapToInt(table -> table.name().length()).max().orElse(0);
    return Math.max(136, 32 + (int) (longest * 7.9));
  }

  /** Breaks the stage's description into lines as wide as its box. */
  private static List<String> wrapped(Stage stage) {
    int most = (int) ((width(stage) - 30) / 6.3);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : stage.what().split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("summary", "rates, thresholds, places");
    answers.put("explain", "why this aim counts");
    answers.put("show, export", "a few rows, or a file");
    answers.put("SQL and PySpark", "any table, or ilr.`path`");
    return answers;
  }
}
