package org.openqar.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openqar.tables.Layer;

/** The stages, in the one direction in which data flows; each writes one layer of tables. */
public enum Stage {
  RETURNS(Layer.RETURNS, "read the files that count"),
  REFERENCE(Layer.REFERENCE, "read the lookups"),
  AIMS(Layer.AIMS, "link each aim through the years"),
  MEASURES(Layer.MEASURES, "judge each aim, count and rate"),
  BENCHMARKS(Layer.BENCHMARKS, "thresholds and places");

  private final Layer layer;
  private final String what;

  Stage(Layer layer, String what) {
    this.layer = layer;
    this.what = what;
  }

  /** The tables it writes. */
  public Layer layer() {
    return layer;
  }

  /** What it does, in a few words. */
  public String what() {
    return what;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them, as people write them. */
  public static String labels() {
    return Arrays.stream(values()).map(Stage::label).collect(Collectors.joining(", "));
  }
}
