package org.openqar.oracle;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Chains of records, in the steps of 3.2 to 3.4 with 9.5 to 9.11. */
final class Matching {
  /** Chains, those that only R04 shows too. */
  final List<Chain> chains = new ArrayList<>();

  /** Records that can be in no report (9.11, 9.12). */
  final List<Seen> inNoReport = new ArrayList<>();

  /** Records that might belong to more than they are put into: doubt protects (9.11). */
  final List<Seen> doubtful = new ArrayList<>();

  final Identities identities;

  Matching(List<Seen> records, Providers providers, Switches switches) {
    identities = new Identities(providers, switches);
    identities.settle(records);
    List<Seen> keyed = new ArrayList<>();
    List<Seen> keyless = new ArrayList<>();
    for (Seen record : records) {
      if (record.learner == null || !record.reportable()) {
        inNoReport.add(record);
      } else if (record.hasKey()) {
        keyed.add(record);
      } else {
        keyless.add(record);
      }
    }
    settlePathways(keyed);
    Map<String, Chain> byKey = byKey(keyed);
    pairCorrectedStarts(byKey);
    for (Seen record : keyed) {
      Chain chain = byKey.get(record.key());
      if (!record.source.isFinal()) {
        if (chain == null) {
          chain = new Chain();
          byKey.put(record.key(), chain);
        }
        chain.lookAhead.add(record);
      }
    }
    chains.addAll(new LinkedHashSet<>(byKey.values()));
    joinKeyless(keyless);
    chains.forEach(chain -> chain.settle(new LookAhead(switches)));
    for (Seen record : records) {
      if (record.learner != null && record.doubtful()) {
        doubtful.add(record);
      }
    }
  }

  /** 9.9: no pathway joins only where the group has exactly one other. */
  private static void settlePathways(List<Seen> keyed) {
    Map<String, Set<Integer>> pathways = new HashMap<>();
    for (Seen record : keyed) {
      if (record.source.isFinal() && record.pathway != 0) {
        pathways.computeIfAbsent(groupOf(record), any -> new HashSet<>()).add(record.pathway);
      }
    }
    for (Seen record : keyed) {
      Set<Integer> others = pathways.getOrDefault(groupOf(record), Set.of());
      if (record.pathway == 0 && others.size() == 1) {
        record.pathway = others.iterator().next();
      }
    }
  }

  private static String groupOf(Seen record) {
    return record.keyWithoutPathway() + "|" + record.start;
  }

  private static Map<String, Chain> byKey(List<Seen> keyed) {
    Map<String, Chain> byKey = new LinkedHashMap<>();
    for (Seen record : keyed) {
      if (record.source.isFinal()) {
        byKey.computeIfAbsent(record.key(), any -> new Chain()).records.add(record);
      }
    }
    return byKey;
  }

  /** 9.8: chains whose start was corrected; each chooses the nearest, pairs choose each other. */
  private static void pairCorrectedStarts(Map<String, Chain> byKey) {
    List<Chain> chains = new ArrayList<>(byKey.values());
    Map<Chain, Chain> next = new HashMap<>();
    Map<Chain, Chain> previous = new HashMap<>();
    for (Chain chain : chains) {
      next.put(chain, nearest(chain, chains.stream().filter(c -> corrects(chain, c)).toList()));
      previous.put(chain, nearest(chain, chains.stream().filter(c -> corrects(c, chain)).toList()));
    }
    chains.sort(Comparator.comparing(Chain::firstYear));
    Map<Chain, Chain> partOf = new HashMap<>();
    for (Chain earlier : chains) {
      Chain later = next.get(earlier);
      if (later != null && previous.get(later) == earlier) {
        Chain whole = partOf.getOrDefault(earlier, earlier);
        partOf.put(later, whole);
        whole.records.addAll(later.records);
      }
    }
    byKey.replaceAll((key, chain) -> partOf.getOrDefault(chain, chain));
  }

  private static boolean corrects(Chain earlier, Chain later) {
    Seen last = earlier.newest();
    Seen first = later.first();
    return earlier.lastYear() + 1 == later.firstYear()
        && last.keyWithoutStart().equals(first.keyWithoutStart())
        && last.plannedEnd != null
        && last.plannedEnd.equals(first.plannedEnd)
        && last.restart() == first.restart()
        && (last.actualEnd == null || !first.start.isAfter(last.actualEnd));
  }

  private static Chain nearest(Chain chain, List<Chain> others) {
    return others.stream()
        .min(
            Comparator.comparing((Chain other) -> distance(chain, other))
                .thenComparing(other -> other.first().start))
        .orElse(null);
  }

  private static long distance(Chain one, Chain other) {
    return Math.abs(ChronoUnit.DAYS.between(one.first().start, other.first().start));
  }

  /**
   * 9.11: a record whose key cannot be read joins the one chain that agrees in the rest and is not
   * in that return; else it is a chain of its own.
   */
  private void joinKeyless(List<Seen> keyless) {
    Map<Seen, Chain> joins = new HashMap<>();
    for (Seen record : keyless) {
      List<Chain> fitting =
          chains.stream()
              .filter(chain -> chain.inFinalReturns() && record.source.isFinal())
              .filter(chain -> !chain.byYear().containsKey(record.year()))
              .filter(chain -> mayShow(record, chain))
              .toList();
      if (fitting.size() == 1) {
        joins.put(record, fitting.get(0));
        record.join(fitting.get(0).first());
      }
    }
    for (Seen record : keyless) {
      Chain chain = joins.get(record);
      if (chain == null) {
        chain = new Chain();
        chains.add(chain);
      }
      (record.source.isFinal() ? chain.records : chain.lookAhead).add(record);
    }
  }

  /** Whether the readable parts of a record's key agree with those of a chain. */
  static boolean mayShow(Seen record, Chain chain) {
    return mayBeOfProgramme(record, chain.newest())
        && (record.start == null
            || chain.records.stream().anyMatch(other -> record.start.equals(other.start)));
  }

  /** Whether a record could be of the same learner, aim and programme as another. */
  static boolean mayBeOfProgramme(Seen record, Seen other) {
    return record.provider == other.provider
        && Objects.equals(record.learner, other.learner)
        && mayBeTraining(record, other);
  }

  /** Whether a record could be of the same aim and programme as another. */
  static boolean mayBeTraining(Seen record, Seen other) {
    return mayEqual(record, "AimType", record.kind(), other.kind())
        && (record.learnAimRef == null || record.learnAimRef.equals(other.learnAimRef))
        && mayEqual(record, "ProgType", record.progType, other.progType)
        && (other.isStandard()
            ? mayEqual(record, "StdCode", record.stdCode, other.standard)
            : mayEqual(record, "FworkCode", record.fworkCode, other.framework)
                && mayBeOnPathway(record, other));
  }

  /** 9.8 for a record that is doubtful: whether it could be a chain's corrected next record. */
  static boolean mayCorrect(Seen record, Chain chain) {
    Seen last = chain.newest();
    return record.year() == chain.lastYear() + 1
        && mayBeOfProgramme(record, last)
        && mayEqual(record, "LearnPlanEndDate", record.plannedEnd, last.plannedEnd)
        && record.restart() == last.restart()
        && (record.start == null
            || last.actualEnd == null
            || !record.start.isAfter(last.actualEnd));
  }

  private static boolean mayEqual(Seen record, String element, Object value, Object other) {
    return record.cannotRead(element) || Objects.equals(value, other);
  }

  /** 3.4, 9.9: in doubt no pathway, of the record or of the aim, could be any. */
  private static boolean mayBeOnPathway(Seen record, Seen other) {
    return record.pathway == other.pathway
        || (record.keyInDoubt() && (record.pathway == 0 || other.pathway == 0));
  }
}
