package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openqar.breakdowns.Dimension;

/**
 * The counts of an invented sector as large as the real one, without its aims: a few large
 * providers and many small ones, each with some standards or subjects of its own.
 */
final class LargeSector {
  /** What is counted. */
  enum Kind {
    APPRENTICESHIPS(600, 0.75, "16-18", "19-23", "24+"),
    EDUCATION(1, 0.35, "16-18", "19+", "Unknown");

    private final int codes;
    private final double likeness;
    private final String[] ages;

    Kind(int codes, double likeness, String... ages) {
      this.codes = codes;
      this.likeness = likeness;
      this.ages = ages;
    }
  }

  /** Something that is learnt, and where it lies. */
  private record Course(String code, String framework, int level, int subject) {
    String area() {
      return "Area " + (char) ('A' + subject / 3);
    }
  }

  private static final String[] TYPES = {
    "General FE College",
    "Private Sector Public Funded",
    "Other Public Funded",
    "Schools",
    "Special"
  };
  private static final String[] REGIONS = {
    "London",
    "South East",
    "North West",
    "East of England",
    "West Midlands",
    "South West",
    "Yorkshire and The Humber",
    "East Midlands",
    "North East"
  };
  private static final String[] ETHNICITIES = {
    "White",
    "Asian / Asian British",
    "Black / African / Caribbean / Black British",
    "Mixed / multiple ethnic groups",
    "Other ethnic group",
    "Unknown"
  };
  private static final int SUBJECTS = 42;

  private final Kind kind;
  private final Random dice;
  private final List<Course> courses = new ArrayList<>();
  private final Map<Integer, String> typeOf = new HashMap<>();
  private final Map<CellPlace, long[]> counted = new TreeMap<>(CellPlace.ORDER);

  private LargeSector(Kind kind, long seed, int providers, int aims) {
    this.kind = kind;
    this.dice = new Random(seed);
    for (int i = 0; i < Math.max(kind.codes, 4 * SUBJECTS); i++) {
      boolean framework = i % 7 == 0;
      courses.add(
          new Course(
              kind == Kind.EDUCATION
                  ? "Not applicable"
                  : (framework ? "Framework " : "Standard ") + i,
              kind == Kind.EDUCATION ? "Not applicable" : framework ? "Framework" : "Standard",
              dice.nextInt(7),
              dice.nextInt(SUBJECTS)));
    }
    double[] sizes = new double[providers];
    Arrays.setAll(sizes, provider -> Math.exp(1.5 * dice.nextGaussian()));
    double all = Arrays.stream(sizes).sum();
    for (int provider = 1; provider <= providers; provider++) {
      provider(provider, (int) Math.ceil(aims * sizes[provider - 1] / all));
    }
  }

  /** An invented sector of so many providers and aims. */
  static CountedSector of(Kind kind, long seed, int providers, int aims) {
    LargeSector sector = new LargeSector(kind, seed, providers, aims);
    return CountedSector.of(sector.counted, sector.typeOf, sector.nestings());
  }

  private void provider(int ukprn, int aims) {
    typeOf.put(ukprn, TYPES[(int) (TYPES.length * Math.pow(dice.nextDouble(), 2))]);
    List<Course> own = new ArrayList<>();
    for (int i = 0; i < 2 + aims / 12 && i < 80; i++) {
      own.add(courses.get((int) (courses.size() * Math.pow(dice.nextDouble(), 2))));
    }
    double able = 0.45 + 0.5 * dice.nextDouble();
    int home = dice.nextInt(REGIONS.length);
    double skew = 1 + 2 * dice.nextDouble();
    Map<List<String>, long[]> cells = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    for (int aim = 0; aim < aims; aim++) {
      Course course = own.get((int) (own.size() * Math.pow(dice.nextDouble(), 2)));
      boolean away = dice.nextDouble() > 0.9;
      values.put("age_band", pick(skew, kind.ages));
      values.put(
          "level",
          kind == Kind.EDUCATION
              ? new String[] {"E/1", "2", "3", "4+"}[Math.min(3, course.level() / 2)]
              : new String[] {"Intermediate", "Advanced", "Higher"}
                  [Math.min(2, course.level() / 2)]);
      values.put("detailed_level", "Level " + course.level());
      values.put("ssa_t1", course.area());
      values.put("ssa_t2", course.area() + "." + course.subject());
      values.put("std_fwk", course.framework());
      values.put("std_fwk_code", course.code());
      values.put("sex", pick(1.2, "Female", "Male"));
      values.put("lldd", pick(2, "LLDD - no", "LLDD - yes", "Unknown"));
      values.put("ethnicity", pick(3, ETHNICITIES));
      values.put(
          "funding_type",
          kind == Kind.EDUCATION
              ? "Not applicable"
              : pick(1.5, "Supported by ASA levy funds", "Other"));
      values.put("region", REGIONS[away ? dice.nextInt(REGIONS.length) : home]);
      boolean completed = dice.nextDouble() < able;
      boolean achieved = completed && dice.nextDouble() < 0.97;
      for (Dimension dimension : PublishableCells.breakdowns()) {
        List<String> cell = new ArrayList<>();
        for (String column : PublishableCells.columns()) {
          cell.add(dimension.columns().contains(column) ? values.get(column) : Dimension.ALL_OF_IT);
        }
        add(
            cells.computeIfAbsent(cell, any -> new long[3]),
            1,
            completed ? 1 : 0,
            achieved ? 1 : 0);
      }
    }
    cells.forEach(
        (cell, counts) -> {
          for (CellPlace place :
              List.of(
                  new CellPlace(ukprn, Dimension.ALL_OF_IT, cell),
                  new CellPlace(CellPlace.NATION, Dimension.ALL_OF_IT, cell),
                  new CellPlace(CellPlace.NATION, typeOf.get(ukprn), cell))) {
            add(
                counted.computeIfAbsent(place, any -> new long[3]),
                counts[0],
                counts[1],
                counts[2]);
          }
        });
  }

  private static void add(long[] counts, long leavers, long completers, long achievers) {
    counts[0] += leavers;
    counts[1] += completers;
    counts[2] += achievers;
  }

  private String pick(double skew, String... values) {
    return values[(int) (values.length * Math.pow(dice.nextDouble(), skew))];
  }

  /** What lies within what, wherever it lies in one only. */
  private List<Nesting> nestings() {
    List<Nesting> nestings = new ArrayList<>();
    Map<String, String> areas = new HashMap<>();
    Map<String, String> levels = new HashMap<>();
    for (Course course : courses) {
      areas.put(course.area() + "." + course.subject(), course.area());
      levels.put(
          "Level " + course.level(),
          kind == Kind.EDUCATION
              ? new String[] {"E/1", "2", "3", "4+"}[Math.min(3, course.level() / 2)]
              : new String[] {"Intermediate", "Advanced", "Higher"}
                  [Math.min(2, course.level() / 2)]);
    }
    nestings.add(new Nesting("ssa_t2", "ssa_t1", areas));
    nestings.add(new Nesting("detailed_level", "level", levels));
    if (kind == Kind.APPRENTICESHIPS) {
      Map<String, String> frameworks = new HashMap<>();
      Map<String, String> level = new HashMap<>();
      Map<String, String> detailed = new HashMap<>();
      Map<String, String> area = new HashMap<>();
      Map<String, String> subject = new HashMap<>();
      for (Course course : courses) {
        frameworks.put(course.code(), course.framework());
        level.put(course.code(), levels.get("Level " + course.level()));
        detailed.put(course.code(), "Level " + course.level());
        area.put(course.code(), course.area());
        subject.put(course.code(), course.area() + "." + course.subject());
      }
      nestings.add(new Nesting("std_fwk_code", "std_fwk", frameworks));
      nestings.add(new Nesting("std_fwk_code", "level", level));
      nestings.add(new Nesting("std_fwk_code", "detailed_level", detailed));
      nestings.add(new Nesting("std_fwk_code", "ssa_t1", area));
      nestings.add(new Nesting("std_fwk_code", "ssa_t2", subject));
    }
    return nestings;
  }
}
