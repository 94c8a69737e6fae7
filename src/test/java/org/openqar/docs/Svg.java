package org.openqar.docs;

import java.util.List;
import org.openqar.docs.DataFlowPicture.Box;

/** Draws boxes and arrows as SVG, one after the other. */
final class Svg {
  /** The kinds of box. Each has a colour for its ground, its edge and its title. */
  enum Colour {
    FILES("#fff7ed", "#fdba74", "#9a3412"),
    READ("#eff6ff", "#93c5fd", "#1e40af"),
    COMPUTED("#ecfdf5", "#6ee7b7", "#065f46"),
    RULES("#faf5ff", "#d8b4fe", "#6b21a8"),
    ANSWERS("#fefce8", "#fde047", "#854d0e");

    private final String ground;
    private final String edge;
    private final String title;

    Colour(String ground, String edge, String title) {
      this.ground = ground;
      this.edge = edge;
      this.title = title;
    }
  }

  private static final String STYLE =
      """
      <defs>
      <marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 Z" fill="#64748b"/></marker>
      <marker id="b" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 Z" fill="#9333ea"/></marker>
      <style>
      text { font-family: "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; fill: #334155; }
      .t { font-size: 17px; font-weight: 700; }
      .s { font-size: 13px; }
      .w { font-size: 12.5px; fill: #64748b; }
      .m { font-family: "SF Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
      .h { font-size: 13px; font-weight: 700; letter-spacing: 1.2px; fill: #64748b; }
      .l { fill: none; stroke: #64748b; stroke-width: 2; stroke-linejoin: round; }
      </style>
      </defs>
      """;

  private final StringBuilder shapes = new StringBuilder();

  /** Draws the ground below the stages. */
  void panel(Box box) {
    shapes.insert(0, rectangle(box, 18, "#f1f5f9", "none"));
  }

  /** Draws a heading above a column. */
  void head(int centre, String words) {
    shapes.append(
        "<text x=\"%d\" y=\"50\" class=\"h\" text-anchor=\"middle\">%s</text>\n"
            .formatted(centre, words));
  }

  /**
   * Draws a box.
   *
   * @param words the text below its title, in small grey letters
   * @param lines the text below the words: names of tables, or words in a box of files
   */
  void box(Box box, Colour colour, String title, List<String> words, List<String> lines) {
    shapes.append(rectangle(box, 12, colour.ground, colour.edge));
    shapes.append(
        "<text x=\"%d\" y=\"%d\" class=\"t\" style=\"fill: %s\">%s</text>\n"
            .formatted(box.x() + 16, box.y() + 29, colour.title, title));
    int y = box.y() + 29;
    for (String line : words) {
      y += 18;
      words(box.x() + 16, y, "w", line);
    }
    y += 4;
    for (String line : lines) {
      y += 20;
      words(box.x() + 16, y, colour == Colour.FILES ? "s" : "m", line);
    }
  }

  /** Draws one line of words below the title of a box. */
  void line(Box box, String words) {
    words(box.x() + 16, box.y() + 54, "s", words);
  }

  /** Draws the row that commits a run. */
  void run(Box box) {
    shapes.append(rectangle(box, 12, "#0f172a", "none"));
    shapes.append(
        "<text x=\"%d\" y=\"%d\" class=\"t\" style=\"fill: #f8fafc\">run</text>\n"
            .formatted(box.x() + 22, box.y() + 25));
    shapes.append(
        "<text x=\"%d\" y=\"%d\" class=\"s\" style=\"fill: #cbd5e1\">one row, written last: inputs with hashes, rule fingerprint, the version of every table</text>\n"
            .formatted(box.x() + 22, box.y() + 46));
  }

  void arrow(String path) {
    shapes.append("<path d=\"%s\" class=\"l\" marker-end=\"url(#a)\"/>\n".formatted(path));
  }

  void dashed(String path) {
    shapes.append(
        "<path d=\"%s\" class=\"l\" stroke-dasharray=\"5 5\" marker-end=\"url(#a)\"/>\n"
            .formatted(path));
  }

  void ruling(String path) {
    shapes.append(
        "<path d=\"%s\" class=\"l\" style=\"stroke: #9333ea\" marker-end=\"url(#b)\"/>\n"
            .formatted(path));
  }

  /**
   * Returns the whole drawing.
   *
   * @param described describes the drawing for readers who cannot see it
   */
  String text(int width, int height, String title, String described) {
    return Markdown.RENEWED
        + """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title desc">
        <title id="title">%3$s</title>
        <desc id="desc">%4$s</desc>
        """
            .formatted(width, height, title, described)
        + STYLE
        + rectangle(new Box(0, 0, width, height), 16, "#ffffff", "none")
        + shapes
        + "</svg>\n";
  }

  private void words(int x, int y, String style, String words) {
    shapes.append("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n".formatted(x, y, style, words));
  }

  private static String rectangle(Box box, int round, String ground, String edge) {
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
        .formatted(box.x(), box.y(), box.width(), box.height(), round, ground, edge);
  }
}
