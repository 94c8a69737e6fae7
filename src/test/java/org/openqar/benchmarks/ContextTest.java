package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqar.support.SampleRun;
import org.openqar.tables.Tables;

/**
 * What a rate is seen beside - its own past, what its mix would give, like providers, groups of
 * providers - worked out again in plain Java from the counts of the invented sector.
 */
class ContextTest {
  /** One provider's (or all providers') counts in a cell. */
  record Key(String type, String measure, int year, int ukprn, String dimension, String value) {
    Key in(int otherYear) {
      return new Key(type, measure, otherYear, ukprn, dimension, value);
    }
  }

  private static final Map<Key, Row> COUNTS = new HashMap<>();
  private static final int NATIONAL = 0;
  private static List<Row> places;
  private static List<Row> peers;

  @BeforeAll
  static void read() {
    SampleRun.store()
        .read(Tables.QAR_PROVIDER)
        .collectAsList()
        .forEach(row -> COUNTS.put(key(row, row.getAs("ukprn")), row));
    SampleRun.store()
        .read(Tables.QAR_NATIONAL)
        .where("provider_type = 'Total'")
        .collectAsList()
        .forEach(row -> COUNTS.put(key(row, NATIONAL), row));
    places =
        SampleRun.store()
            .read(Tables.PROVIDER_BENCHMARK)
            .where("method = 'provider' AND source = 'computed'")
            .collectAsList();
    peers = SampleRun.store().read(Tables.PROVIDER_PEER).collectAsList();
  }

  @Test
  void aRateIsSeenBesideThatOfTheYearBefore() {
    int with = 0;
    for (Row place : places) {
      Key here = key(place, place.getAs("ukprn"));
      BigDecimal before = rate(COUNTS.get(here.in(here.year() - 1)), place.getAs("rate"));
      assertEquals(before, place.getAs("rate_year_before"), place.toString());
      BigDecimal now = place.getAs("rate_value");
      assertEquals(
          before == null || now == null ? null : now.subtract(before),
          place.getAs("change_on_year_before"));
      with += before == null ? 0 : 1;
    }
    assertTrue(with > 500, "rates with a year before: " + with);
  }

  @Test
  void theTrendIsTheSlopeOfTheNearestLine() {
    int with = 0;
    for (Row place : places) {
      Key here = key(place, place.getAs("ukprn"));
      List<double[]> points = new ArrayList<>();
      for (int year = here.year() - 4; year <= here.year(); year++) {
        BigDecimal rate = rate(COUNTS.get(here.in(year)), place.getAs("rate"));
        if (rate != null) {
          points.add(new double[] {year, rate.doubleValue()});
        }
      }
      BigDecimal trend = place.getAs("trend");
      if (points.size() < 3) {
        assertNull(trend, place.toString());
      } else {
        with++;
        assertEquals(slope(points), trend.doubleValue(), 0.0501, place.toString());
      }
    }
    assertTrue(with > 100, "rates with a trend: " + with);
  }

  private static double slope(List<double[]> points) {
    double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double together = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    return together / points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
  }

  @Test
  void theExpectedRateIsTheNationalOneOfTheProvidersOwnMix() {
    int with = 0;
    for (Row place : places) {
      Key here = key(place, place.getAs("ukprn"));
      if (!Set.of("total", "level", "ssa_t1", "ssa_t1 x level").contains(here.dimension())) {
        assertNull(place.getAs("expected_rate"), place.toString());
        continue;
      }
      BigDecimal points = BigDecimal.ZERO;
      long weight = 0;
      for (Map.Entry<Key, Row> cell : COUNTS.entrySet()) {
        Key key = cell.getKey();
        if (key.ukprn() == here.ukprn()
            && key.dimension().equals("ssa_t1 x level")
            && key.type().equals(here.type())
            && key.measure().equals(here.measure())
            && key.year() == here.year()
            && within(key.value(), here)) {
          Key all =
              new Key(
                  key.type(), key.measure(), key.year(), NATIONAL, key.dimension(), key.value());
          BigDecimal national = rate(COUNTS.get(all), place.getAs("rate"));
          long own = denominator(cell.getValue(), place.getAs("rate"));
          if (national != null) {
            points = points.add(national.multiply(BigDecimal.valueOf(own)));
            weight += own;
          }
        }
      }
      BigDecimal expected =
          weight == 0 ? null : points.divide(BigDecimal.valueOf(weight), 1, RoundingMode.HALF_UP);
      assertEquals(expected, place.getAs("expected_rate"), place.toString());
      with += expected == null ? 0 : 1;
    }
    assertTrue(with > 500, "expected rates: " + with);
  }

  private static boolean within(String pair, Key cell) {
    String[] parts = pair.split(" x ");
    return switch (cell.dimension()) {
      case "ssa_t1" -> parts[0].equals(cell.value());
      case "level" -> parts[1].equals(cell.value());
      case "total" -> true;
      default -> pair.equals(cell.value());
    };
  }

  @Test
  void likeProvidersAreTheNearest() {
    Map<Integer, Row> register = new HashMap<>();
    SampleRun.store()
        .read(Tables.PROVIDER)
        .collectAsList()
        .forEach(row -> register.put(row.getAs("ukprn"), row));
    Map<String, List<Row>> named =
        peers.stream()
            .collect(
                Collectors.groupingBy(row -> row.getAs("report_type") + " " + row.getAs("ukprn")));
    int compared = 0;
    for (Key one : COUNTS.keySet()) {
      if (!isRanked(one)) {
        continue;
      }
      Map<Integer, Double> distances = new TreeMap<>();
      for (Key other : COUNTS.keySet()) {
        if (isRanked(other) && other.type().equals(one.type()) && other.ukprn() != one.ukprn()) {
          distances.put(other.ukprn(), distance(one, other, register));
        }
      }
      List<Row> found =
          named.getOrDefault(one.type() + " " + one.ukprn(), List.of()).stream()
              .sorted(Comparator.comparingInt(row -> row.<Integer>getAs("likeness")))
              .toList();
      assertEquals(Math.min(10, distances.size()), found.size(), one.toString());
      double last = 0;
      for (Row peer : found) {
        double distance = peer.<BigDecimal>getAs("distance").doubleValue();
        assertEquals(distances.get(peer.<Integer>getAs("peer_ukprn")), distance, 0.003);
        assertTrue(distance >= last, "nearest first");
        last = distance;
        compared++;
      }
    }
    assertTrue(compared > 20, "like providers: " + compared);
  }

  private static boolean isRanked(Key key) {
    return key.ukprn() != NATIONAL
        && key.dimension().equals("total")
        && key.measure().equals("overall")
        && key.year() == 2024
        && COUNTS.get(key).<Long>getAs("leavers") >= 5;
  }

  private static double distance(Key one, Key other, Map<Integer, Row> register) {
    double size = Math.abs(Math.log10(leavers(one)) - Math.log10(leavers(other)));
    Row first = register.get(one.ukprn());
    Row second = register.get(other.ukprn());
    return size
        + unshared("level", one, other)
        + unshared("ssa_t1", one, other)
        + (Objects.equals(first.getAs("provider_type"), second.getAs("provider_type")) ? 0 : 1)
        + (Objects.equals(first.getAs("region"), second.getAs("region")) ? 0 : 0.5);
  }

  private static double unshared(String dimension, Key one, Key other) {
    Map<String, Double> mine = shares(dimension, one);
    Map<String, Double> theirs = shares(dimension, other);
    Set<String> values = new TreeSet<>(mine.keySet());
    values.addAll(theirs.keySet());
    return values.stream()
            .mapToDouble(
                value -> Math.abs(mine.getOrDefault(value, 0.0) - theirs.getOrDefault(value, 0.0)))
            .sum()
        / 2;
  }

  private static Map<String, Double> shares(String dimension, Key of) {
    Map<String, Double> shares = new TreeMap<>();
    COUNTS.forEach(
        (key, row) -> {
          if (key.dimension().equals(dimension)
              && key.equals(
                  new Key(
                      of.type(), of.measure(), of.year(), of.ukprn(), dimension, key.value()))) {
            shares.put(key.value(), row.<Long>getAs("leavers") / leavers(of));
          }
        });
    return shares;
  }

  private static double leavers(Key key) {
    return COUNTS.get(key).<Long>getAs("leavers");
  }

  @Test
  void theRateOfLikeProvidersIsThatOfThemTogether() {
    int with = 0;
    for (Row place : places) {
      Key here = key(place, place.getAs("ukprn"));
      if (!here.dimension().equals("total")) {
        assertNull(place.getAs("peer_rate"));
        continue;
      }
      List<Row> theirs =
          peers.stream()
              .filter(row -> row.getAs("report_type").equals(here.type()))
              .filter(row -> row.<Integer>getAs("ukprn") == here.ukprn())
              .map(
                  row ->
                      COUNTS.get(
                          new Key(
                              here.type(),
                              here.measure(),
                              here.year(),
                              row.getAs("peer_ukprn"),
                              "total",
                              "Total")))
              .filter(Objects::nonNull)
              .toList();
      BigDecimal expected = rate(theirs, place.getAs("rate"));
      assertEquals(expected, place.getAs("peer_rate"), place.toString());
      with += expected == null ? 0 : 1;
    }
    assertTrue(with > 50, "rates of like providers: " + with);
  }

  @Test
  void aGroupIsTheSumOfItsMembers() {
    Map<String, Set<Integer>> members = new TreeMap<>();
    SampleRun.store()
        .read(Tables.PROVIDER_GROUP)
        .collectAsList()
        .forEach(
            row ->
                members
                    .computeIfAbsent(row.getAs("group_id"), any -> new TreeSet<>())
                    .add(row.getAs("ukprn")));
    List<Row> groups = SampleRun.store().read(Tables.GROUP_BENCHMARK).collectAsList();
    assertTrue(groups.size() > 200, "places of groups: " + groups.size());
    for (Row group : groups) {
      Key cell = key(group, NATIONAL);
      List<Row> theirs =
          members.get(group.<String>getAs("group_id")).stream()
              .map(
                  ukprn ->
                      COUNTS.get(
                          new Key(
                              cell.type(),
                              cell.measure(),
                              cell.year(),
                              ukprn,
                              cell.dimension(),
                              cell.value())))
              .filter(Objects::nonNull)
              .toList();
      assertEquals((long) theirs.size(), group.<Long>getAs("members"));
      assertEquals(
          theirs.stream().mapToLong(row -> row.<Long>getAs("leavers")).sum(),
          group.<Long>getAs("leavers"));
      assertEquals(rate(theirs, group.getAs("rate")), group.getAs("rate_value"));
    }
  }

  private static Key key(Row row, int ukprn) {
    return new Key(
        row.getAs("report_type"),
        row.getAs("measure"),
        row.getAs("year"),
        ukprn,
        row.getAs("dimension"),
        row.getAs("value"));
  }

  private static BigDecimal rate(Row counts, String rate) {
    return counts == null ? null : counts.getAs(rate + "_rate");
  }

  private static BigDecimal rate(List<Row> together, String rate) {
    long whole = together.stream().mapToLong(row -> denominator(row, rate)).sum();
    long part =
        together.stream()
            .mapToLong(
                row -> row.<Long>getAs(rate.equals("retention") ? "completers" : "achievers"))
            .sum();
    return whole == 0 ? null : Providers.rate(part, whole);
  }

  private static long denominator(Row counts, String rate) {
    return Stream.of(counts)
        .mapToLong(row -> row.<Long>getAs(rate.equals("pass") ? "completers" : "leavers"))
        .sum();
  }
}
