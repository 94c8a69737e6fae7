/**
 * The breakdowns of counts and rates. Each has a class of its own that declares a {@link
 * org.openqar.breakdowns.Breakdown}. {@link org.openqar.breakdowns.Breakdowns} lists them, and
 * {@link org.openqar.breakdowns.Dimension} combines them. Everything else reads these declarations:
 * the columns of {@code qar_aim}, the counts, the benchmarks, the published files, the imports and
 * the manual.
 */
package org.openqar.breakdowns;
