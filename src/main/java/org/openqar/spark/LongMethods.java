package org.openqar.spark;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * How long a method may be that Spark generates for a plan. The JVM leaves methods of more than
 * 8,000 bytes to its interpreter, where they are many times slower, unless it was started with
 * {@code -XX:-DontCompileHugeMethods}, as {@code conf/java17.options} does. Then judging an aim is
 * one compiled method, which needs a sixth of the time of the steps one by one.
 */
public final class LongMethods {
  private LongMethods() {}

  private static final String SETTING = "spark.sql.codegen.hugeMethodLimit";

  /** Longer methods the JVM does not compile by itself; longer than 64 KB there are none. */
  private static final int INTERPRETED = 8000;

  private static final int LONGEST = 65_535;

  /** For sessions whose tasks may run in JVMs that were started otherwise. */
  static final Map<String, Object> ANYWHERE = Map.of(SETTING, INTERPRETED);

  /** For sessions whose tasks run in this JVM. */
  public static Map<String, Object> here() {
    return Map.of(SETTING, areCompiled() ? LONGEST : INTERPRETED);
  }

  private static boolean areCompiled() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return jvm != null && jvm.getVMOption("DontCompileHugeMethods").getValue().equals("false");
  }
}
