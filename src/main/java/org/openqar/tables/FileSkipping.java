package org.openqar.tables;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.DataSourceStrategy$;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualNullSafe;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;
import org.openqar.tables.KeyRange.Share;

/** Finds the files of a table that can have rows that pass the filters of a query. */
final class FileSkipping {
  private FileSkipping() {}

  /** Whether a file may have such a row, going by its statistics. */
  static Predicate<LoggedFile> mayMatch(List<Expression> filters) {
    Predicate<LoggedFile> all = file -> true;
    for (Expression filter : filters) {
      var translated = DataSourceStrategy$.MODULE$.translateFilter(filter, true);
      if (translated.isDefined()) {
        Filter one = translated.get();
        all = all.and(file -> mayMatch(one, file));
      }
    }
    return all;
  }

  private static boolean mayMatch(Filter filter, LoggedFile file) {
    if (filter instanceof And both) {
      return mayMatch(both.left(), file) && mayMatch(both.right(), file);
    }
    if (filter instanceof Or either) {
      return mayMatch(either.left(), file) || mayMatch(either.right(), file);
    }
    if (filter instanceof EqualTo equal) {
      return mayHave(file, equal.attribute(), Collections.singleton(equal.value()));
    }
    if (filter instanceof EqualNullSafe equal) {
      return mayHave(file, equal.attribute(), Collections.singleton(equal.value()));
    }
    if (filter instanceof In in) {
      return mayHave(file, in.attribute(), new HashSet<>(Arrays.asList(in.values())));
    }
    if (filter instanceof GreaterThan least) {
      return from(file, least.attribute(), least.value(), 1);
    }
    if (filter instanceof GreaterThanOrEqual least) {
      return from(file, least.attribute(), least.value(), 0);
    }
    if (filter instanceof LessThan most) {
      return upTo(file, most.attribute(), most.value(), 1);
    }
    if (filter instanceof LessThanOrEqual most) {
      return upTo(file, most.attribute(), most.value(), 0);
    }
    return true;
  }

  private static boolean mayHave(LoggedFile file, String column, Set<Object> values) {
    return file.among(column, values) != Share.NONE;
  }

  private static boolean from(LoggedFile file, String column, Object least, long beyond) {
    return !(least instanceof Integer number)
        || file.mayReach(column, number + beyond, Long.MAX_VALUE);
  }

  private static boolean upTo(LoggedFile file, String column, Object most, long below) {
    return !(most instanceof Integer number)
        || file.mayReach(column, Long.MIN_VALUE, number - below);
  }
}
