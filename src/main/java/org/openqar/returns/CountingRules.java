package org.openqar.returns;

import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings.ProviderConflict;
import org.openqar.config.Settings.YearConflict;

/**
 * Decides which files count.
 *
 * @param calendar gives the return of a file that is in no Rnn folder
 * @param looksAhead whether R04 of a year counts as well as its latest return (qar-rules 9.1)
 */
public record CountingRules(
    CollectionCalendar calendar,
    YearConflict yearConflict,
    ProviderConflict providerConflict,
    boolean looksAhead) {}
