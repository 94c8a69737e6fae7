package org.openqar.matching;

import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqar.matching.AimKey.TrainingKey;

/**
 * Fills in pathways that providers returned as 0 or left blank (qar-rules 3.4, 9.9). A group is all
 * records that share a key apart from the pathway. A record without a pathway takes that of its
 * group, if the group has exactly one.
 */
final class Pathways {
  private Pathways() {}

  /** A key without its pathway. */
  private record Group(String learner, TrainingKey training, LocalDate start) {
    static Group of(Keyed record) {
      AimKey key = record.key();
      return new Group(key.learner(), key.training().withPathway(null), record.delivery().start());
    }
  }

  /** What the records of a group in final returns say. */
  private static final class Said {
    private Integer least;
    private Integer greatest;
    private boolean alsoBlank;

    void add(Integer pathway) {
      if (pathway == null) {
        alsoBlank = true;
      } else {
        least = least == null || pathway < least ? pathway : least;
        greatest = greatest == null || pathway > greatest ? pathway : greatest;
      }
    }

    boolean one() {
      return alsoBlank && least != null && least.equals(greatest);
    }
  }

  static List<Keyed> fill(List<Keyed> records) {
    Map<Group, Said> groups = new HashMap<>();
    for (Keyed record : records) {
      Integer programme = record.key().training().progType();
      if (record.readableInFinalReturn()
          && programme != null
          && programme != APPRENTICESHIP_STANDARD) {
        groups
            .computeIfAbsent(Group.of(record), any -> new Said())
            .add(record.key().training().pathway());
      }
    }
    groups.values().removeIf(said -> !said.one());
    return groups.isEmpty()
        ? records
        : records.stream().map(record -> filled(record, groups)).toList();
  }

  private static Keyed filled(Keyed record, Map<Group, Said> groups) {
    if (!record.readable() || record.key().training().pathway() != null) {
      return record;
    }
    Said said = groups.get(Group.of(record));
    return said == null
        ? record
        : record.with(record.key().withTraining(record.key().training().withPathway(said.least)));
  }
}
