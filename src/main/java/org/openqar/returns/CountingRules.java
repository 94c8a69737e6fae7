package org.openqar.returns;

import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings.ProviderConflict;
import org.openqar.config.Settings.YearConflict;

/**
 * What decides which files count.
 *
 * @param calendar tells the return of a file that lies in no Rnn folder
 * @param looksAhead whether R04 of a year counts beside its latest return (qar-rules 9.1)
 */
public record CountingRules(
    CollectionCalendar calendar,
    YearConflict yearConflict,
    ProviderConflict providerConflict,
    boolean looksAhead) {}
