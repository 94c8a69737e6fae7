package org.openqar.spark;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Sets how long the methods may be that Spark generates for a plan. The JVM interprets methods of
 * more than 8,000 bytes, which makes them many times slower. It compiles them if it was started
 * with {@code -XX:-DontCompileHugeMethods}, as {@code conf/java17.options} does. Judging an aim is
 * then one compiled method, and takes a sixth of the time of separate steps.
 */
public final class LongMethods {
  private LongMethods() {}

  private static final String SETTING = "spark.sql.codegen.hugeMethodLimit";

  /** The longest method, in bytes, that the JVM compiles by default. */
  private static final int INTERPRETED = 8000;

  private static final int LONGEST = 65_535;

  /** For sessions whose tasks may run in JVMs with other options. */
  static final Map<String, Object> ANYWHERE = Map.of(SETTING, INTERPRETED);

  /** Returns the setting for sessions whose tasks run in this JVM. */
  public static Map<String, Object> here() {
    return Map.of(SETTING, areCompiled() ? LONGEST : INTERPRETED);
  }

  private static boolean areCompiled() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return jvm != null && jvm.getVMOption("DontCompileHugeMethods").getValue().equals("false");
  }
}
