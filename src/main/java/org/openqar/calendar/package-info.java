/**
 * Academic years, and the days on which returns close.
 *
 * <p>In come days, collection codes and printed years; out go academic years and the return to
 * which a day belongs. Nothing here reads a file or knows a learner. Start reading at {@link
 * org.openqar.calendar.AcademicYear}.
 */
package org.openqar.calendar;
