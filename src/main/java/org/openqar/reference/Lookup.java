package org.openqar.reference;

import java.util.List;
import java.util.Optional;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * One reference file: its name, its table, and what a run cannot know without it.
 *
 * @param lack what is then unknown, as a sentence without its full stop
 */
public record Lookup(Table table, String file, String lack) {
  /** All lookups, in the order in which people think of them. */
  public static final List<Lookup> ALL =
      List.of(
          new Lookup(
              Tables.PROVIDER,
              "providers.csv",
              "providers have no name, and their type and region are Unknown"),
          new Lookup(
              Tables.PROVIDER_MERGER,
              "provider_merger.csv",
              "no provider counts as another that it merged into"),
          new Lookup(
              Tables.PROVIDER_GROUP,
              "groups.csv",
              "there are no groups of providers beside single ones"),
          new Lookup(
              Tables.LEARNING_AIM,
              "learning_aims.csv",
              "aims outside apprenticeships have no title, their level and subject are Unknown,"
                  + " and only the built-in classes of aims are left out"),
          new Lookup(
              Tables.STANDARD,
              "standards.csv",
              "standards have no name, their level and subject are Unknown, and no foundation"
                  + " apprenticeship is known as one"),
          new Lookup(
              Tables.FRAMEWORK,
              "frameworks.csv",
              "frameworks have no name, and their level and subject are Unknown"),
          new Lookup(
              Tables.POSTCODE,
              "postcodes.csv",
              "the region and local authority of learners are Unknown"));

  static Lookup of(Table table) {
    return ALL.stream().filter(one -> one.table().equals(table)).findFirst().orElseThrow();
  }

  /** Returns the lookup whose file is at a path, if there is one. */
  public static Optional<Lookup> at(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return ALL.stream().filter(one -> one.file().equals(name)).findFirst();
  }
}
