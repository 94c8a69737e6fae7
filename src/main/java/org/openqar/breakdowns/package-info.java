/**
 * What counts and rates are broken down by, each declared once, in a class of its own: {@link
 * org.openqar.breakdowns.Breakdown}. {@link org.openqar.breakdowns.Breakdowns} lists them, {@link
 * org.openqar.breakdowns.Dimension} composes them. Everything else reads these declarations: the
 * columns of {@code qar_aim}, the counts, the benchmarks, the published files, the imports and the
 * manual.
 */
package org.openqar.breakdowns;
