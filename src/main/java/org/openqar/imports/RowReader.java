package org.openqar.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.csv.CsvReader.Line;
import org.openqar.imports.Layout.Rates;
import org.openqar.imports.Layout.Scope;
import org.openqar.imports.Layout.Years;
import org.openqar.imports.PublishedRow.Published;
import org.openqar.messages.UserException;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/** Turns each line of a file into a row of the table, and refuses what it cannot place. */
final class RowReader {
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})(?:[/-]?(?:20)?([0-9]{2}))?");
  private static final Pattern SHORT_YEAR = Pattern.compile("([0-9]{2})([0-9]{2})");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3}");
  private static final Pattern RATE = Pattern.compile("(-?[0-9]{1,6}(?:\\.[0-9]{1,15})?)(%?)");
  private static final Pattern LIKE_A_TOTAL = Pattern.compile("(?i)(all|total)( .*)?");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** A count that is rounded on its own differs from the true count by less than this. */
  private static final BigDecimal ROUNDING = BigDecimal.valueOf(5);

  private final Layout layout;
  private final ImportHeader header;
  private final Integer yearOfFile;
  private final Map<String, PublishedState> symbols = new HashMap<>();
  private final List<String> filters;

  /**
   * @param yearOfFile the year of all rows; null if the file gives it
   */
  RowReader(Layout layout, ImportHeader header, Integer yearOfFile) {
    this.layout = layout;
    this.header = header;
    this.yearOfFile = yearOfFile;
    this.filters = layout.filters();
    layout.symbols().forEach((symbol, state) -> symbols.put(lower(symbol), state));
  }

  /**
   * @throws UserException which names the line and column of anything it cannot place
   */
  PublishedRow row(Line line) {
    header.check(line);
    Scope scope = scope(line);
    TreeMap<String, String> set = new TreeMap<>();
    for (String filter : filters) {
      if (header.has(filter)) {
        String value = filter(line, filter);
        if (!value.equals(Dimension.ALL_OF_IT)) {
          set.put(filter, value);
        }
      }
    }
    String providerType = set.getOrDefault(Layout.PROVIDER_TYPE, Dimension.ALL_OF_IT);
    TreeMap<String, String> narrow = new TreeMap<>(set);
    narrow.remove(Layout.PROVIDER_TYPE);
    TreeMap<String, String> wider = takeAll(narrow, wider(narrow.keySet()));
    TreeMap<String, String> others = takeAll(narrow, layout.otherFilters().keySet());
    List<String> columns = inOrder(narrow.keySet());
    return new PublishedRow(
        line.number(),
        yearOfFile == null ? year(line) : yearOfFile,
        scope,
        scope == Scope.PROVIDER ? Integer.valueOf(header.cell(line, Layout.UKPRN)) : null,
        scope == Scope.PROVIDER && header.has(Layout.PROVIDER_NAME)
            ? header.cell(line, Layout.PROVIDER_NAME)
            : null,
        providerType,
        Dimension.name(columns),
        columns.isEmpty()
            ? Dimension.ALL_OF_IT
            : columns.stream().map(narrow::get).collect(Collectors.joining(Dimension.BETWEEN)),
        wider,
        others,
        set,
        figures(line));
  }

  private int year(Line line) {
    String text = header.cell(line, Layout.YEAR);
    Integer year = year(text, layout.years());
    if (year == null) {
      throw header.refused(
          line,
          Layout.YEAR,
          "'%s' is not an academic year, such as %s"
              .formatted(
                  text,
                  layout.years() == Years.SHORT
                      ? "1718 for 2017/18"
                      : "2017/18, 2017-18, 201718 or 2017"));
    }
    return year;
  }

  /**
   * Returns the calendar year in which an academic year starts; null if the text is no academic
   * year.
   */
  static Integer year(String text, Years written) {
    boolean inShort = written == Years.SHORT;
    Matcher year = (inShort ? SHORT_YEAR : YEAR).matcher(text);
    if (!year.matches()) {
      return null;
    }
    int start = Integer.parseInt((inShort ? "20" : "") + year.group(1));
    boolean consecutive =
        year.group(2) == null || (start + 1) % 100 == Integer.parseInt(year.group(2));
    return consecutive ? Integer.valueOf(start) : null;
  }

  private Scope scope(Line line) {
    boolean ofProvider =
        header.has(Layout.UKPRN) && !layout.isTotal(Layout.UKPRN, header.cell(line, Layout.UKPRN));
    if (ofProvider) {
      String ukprn = header.cell(line, Layout.UKPRN);
      if (!ukprn.matches("[1-9][0-9]{7}")) {
        throw header.refused(
            line, Layout.UKPRN, "'%s' is not a UKPRN of 8 digits".formatted(ukprn));
      }
      if (layout.scope() == Scope.NATIONAL) {
        throw header.refused(
            line,
            Layout.UKPRN,
            "the row is of one provider, but layout %s is national".formatted(layout.name()));
      }
    }
    Scope scope = ofProvider ? Scope.PROVIDER : Scope.NATIONAL;
    if (header.has(Layout.GEOGRAPHIC_LEVEL)) {
      String level = header.cell(line, Layout.GEOGRAPHIC_LEVEL);
      if (!level.equalsIgnoreCase("National") && !level.equalsIgnoreCase("Provider")) {
        throw header.refused(
            line,
            Layout.GEOGRAPHIC_LEVEL,
            "'%s' cannot be placed, only National and Provider can; leave the row out"
                .formatted(level));
      }
      if (!level.equalsIgnoreCase(scope.label())) {
        throw header.refused(
            line,
            Layout.GEOGRAPHIC_LEVEL,
            "it is %s, but the row has %s"
                .formatted(level, ofProvider ? "a provider" : "no provider"));
      }
    }
    return scope;
  }

  private String filter(Line line, String filter) {
    String text = header.cell(line, filter);
    if (layout.isTotal(filter, text)) {
      return Dimension.ALL_OF_IT;
    }
    Map<String, String> closed = layout.values().get(filter);
    if (closed != null) {
      return closed.entrySet().stream()
          .filter(value -> value.getKey().equalsIgnoreCase(text))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(
              () ->
                  header.refused(
                      line,
                      filter,
                      "'%s' is not a value of %s, which are %s, and for the total %s; add it in a mapping file under values.%2$s"
                          .formatted(
                              text,
                              filter,
                              String.join(", ", closed.keySet()),
                              layout.totalWords(filter))));
    }
    if (symbols.containsKey(lower(text)) || LIKE_A_TOTAL.matcher(text).matches()) {
      throw header.refused(
          line,
          filter,
          "'%s' is not a value of %s, and its total is written %s; add it in a mapping file under totals.%2$s or values.%2$s"
              .formatted(text, filter, layout.totalWords(filter)));
    }
    return text;
  }

  /** Returns the filters that already contain some of the filters that are set. */
  private Set<String> wider(Set<String> set) {
    Set<String> wider = new TreeSet<>();
    set.forEach(filter -> wider.addAll(layout.within().getOrDefault(filter, List.of())));
    return wider;
  }

  private static TreeMap<String, String> takeAll(Map<String, String> from, Set<String> names) {
    TreeMap<String, String> taken = new TreeMap<>();
    names.forEach(
        name -> {
          if (from.containsKey(name)) {
            taken.put(name, from.remove(name));
          }
        });
    return taken;
  }

  /** Returns the columns in the order of the breakdown that has them, if there is one. */
  private static List<String> inOrder(Set<String> columns) {
    return Dimension.ALL.stream()
        .map(Dimension::columns)
        .filter(declared -> columns.equals(Set.copyOf(declared)))
        .findFirst()
        .orElseGet(
            () -> {
              List<String> inOrder = new ArrayList<>(Dimension.columns(Reach.PUBLISHED));
              inOrder.retainAll(columns);
              return inOrder;
            });
  }

  private Map<Figure, Published> figures(Line line) {
    Map<Figure, Published> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(
          figure,
          header.has(figure.column()) ? figure(line, figure) : Published.of(PublishedState.ABSENT));
    }
    BigDecimal leavers = figures.get(Figure.LEAVERS).number();
    for (Figure part : List.of(Figure.COMPLETERS, Figure.ACHIEVERS)) {
      BigDecimal number = figures.get(part).number();
      if (leavers != null && number != null && number.subtract(leavers).compareTo(ROUNDING) > 0) {
        throw header.refused(
            line,
            part.column(),
            "%s are more than the %s leavers of the row".formatted(number, leavers));
      }
    }
    return figures;
  }

  private Published figure(Line line, Figure figure) {
    String text = header.cell(line, figure.column());
    PublishedState state = symbols.get(lower(text));
    if (state != null) {
      return Published.of(state);
    }
    return new Published(
        PublishedState.VALUE,
        figure.isRate() ? rate(line, figure, text) : count(line, figure, text));
  }

  private BigDecimal count(Line line, Figure figure, String text) {
    if (!COUNT.matcher(text).matches()) {
      throw unknown(line, figure, text, "a count");
    }
    return new BigDecimal(text.replace(",", ""));
  }

  private BigDecimal rate(Line line, Figure figure, String text) {
    boolean fractions = layout.rates() == Rates.FRACTION;
    Matcher rate = RATE.matcher(text);
    if (!rate.matches() || fractions && !rate.group(2).isEmpty()) {
      throw unknown(line, figure, text, fractions ? "a fraction" : "a rate");
    }
    BigDecimal number = new BigDecimal(rate.group(1));
    BigDecimal most = fractions ? BigDecimal.ONE : HUNDRED;
    if (number.signum() < 0 || number.compareTo(most) > 0) {
      throw header.refused(
          line,
          figure.column(),
          "the rate %s is not from 0 to %s%s"
              .formatted(
                  text,
                  most,
                  fractions
                      ? "; if rates are in per cent, set rates: PERCENT in a mapping file"
                      : ""));
    }
    return (fractions ? number.multiply(HUNDRED) : number).setScale(1, RoundingMode.HALF_UP);
  }

  private UserException unknown(Line line, Figure figure, String text, String expected) {
    return header.refused(
        line,
        figure.column(),
        "'%s' is neither %s nor one of the symbols %s"
            .formatted(
                text,
                expected,
                layout.symbols().keySet().stream()
                    .map(symbol -> symbol.isEmpty() ? "(nothing)" : symbol)
                    .collect(Collectors.joining(" "))));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
