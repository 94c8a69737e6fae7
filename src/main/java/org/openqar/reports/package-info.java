/**
 * What a person is told, and the files that a person asks for. Tables and a run's plan and result
 * come in; text, JSON and CSV go out. A report computes no figure that a stage computes, and writes
 * no table but {@code aim_trail}. Questions about some rows are read by {@link
 * org.openqar.tables.TableReader} without a session: {@link org.openqar.reports.Explanation} tells
 * why an aim counts, {@link org.openqar.reports.SummaryReport} how a run came out, {@code show} and
 * {@code export} below show and write a table. What needs the whole nation is read by {@link
 * org.openqar.tables.TableStore}: comparisons and studies. Start with {@link
 * org.openqar.reports.Explanation}.
 */
package org.openqar.reports;
