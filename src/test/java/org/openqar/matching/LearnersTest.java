package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which gathered records are matched together. */
class LearnersTest {
  @Test
  void theRecordsOfOneLearnerComeTogether() {
    assertEquals(
        List.of("A1 A2", "B1", "C1 C2"),
        groups(
            4,
            record("A", "A1"),
            record("A", "A2"),
            record("B", "B1"),
            record("C", "C1"),
            record("C", "C2")));
  }

  @Test
  void asManyAsOneLearnerMayHaveAreOneLearner() {
    assertEquals(
        List.of("A1 A2 A3", "B1"),
        groups(3, record("A", "A1"), record("A", "A2"), record("A", "A3"), record("B", "B1")));
  }

  @Test
  void aUlnWithMoreIsMatchedByReferenceNumber() {
    assertEquals(
        List.of("A1 A1", "A2 A2", "A3", "B1"),
        groups(
            3,
            record("A", "A1"),
            record("A", "A1"),
            record("A", "A2"),
            record("A", "A2"),
            record("A", "A3"),
            record("B", "B1")));
  }

  @Test
  void aReferenceNumberWithMoreIsMatchedSoManyAtATime() {
    assertEquals(
        List.of("A1 A1 A1", "A1 A1", "A2", "B1"),
        groups(
            3,
            record("A", "A1"),
            record("A", "A1"),
            record("A", "A1"),
            record("A", "A1"),
            record("A", "A1"),
            record("A", "A2"),
            record("B", "B1")));
  }

  @Test
  void whoIsMatchedByReferenceNumberIsNobodysUln() {
    List<Gathered> crowd = List.of(record("A", "A1"), record("A", "A2"), record("A", "A3"));
    Iterator<LearnerRecords> learners = new Learners(crowd.iterator(), 2);
    Owner owner = learners.next().deliveries().get(0).owner();
    assertEquals("reference A1", owner.person());
    assertEquals(
        "reference number, because the ULN has too many records",
        owner.matchedBy(org.openqar.rules.Edition.MatchKey.ULN));
  }

  /** However many there are, each record is in one group, and no group is larger than may be. */
  @Test
  void nobodyIsLost() {
    List<Gathered> all = new ArrayList<>();
    IntStream.range(0, 1_000)
        .forEach(i -> all.add(record("L%03d".formatted(i * i / 5_000), "R%04d".formatted(i / 7))));
    List<String> seen = new ArrayList<>();
    new Learners(all.iterator(), 5)
        .forEachRemaining(
            learner ->
                learner
                    .deliveries()
                    .forEach(one -> seen.add(one.reference() + one.place().deliveryNo())));
    assertEquals(
        all.stream()
            .map(one -> one.delivery().reference() + one.delivery().place().deliveryNo())
            .toList(),
        seen);
  }

  private static List<String> groups(int most, Gathered... records) {
    List<String> groups = new ArrayList<>();
    new Learners(List.of(records).iterator(), most)
        .forEachRemaining(
            learner ->
                groups.add(
                    String.join(
                        " ", learner.deliveries().stream().map(Delivery::reference).toList())));
    return groups;
  }

  private static Gathered record(String learner, String reference) {
    Delivery delivery =
        Records.of("year | ref | uln\n2020 | %s | 1000000001".formatted(reference)).get(0);
    return new Gathered(10000001, learner, delivery.owner(), delivery, null);
  }
}
