package org.openqar.ilr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.openqar.privacy.PseudonymKey;
import org.openqar.privacy.Pseudonyms;

/**
 * The plan of one query: what to do with each element to fill the columns that the query asks for.
 */
final class IlrPlan {
  private static final Set<String> BYTES_OF_FILE = Set.of("content_hash", "bytes");
  private static final Set<String> FACTS_BEFORE_PARSING =
      Set.of("content_hash", "bytes", "inner_name");
  private static final Set<String> NAMES_OF_FILE =
      Set.of("unknown_elements", "case_slips", "namespaces");

  private final StructType columns;
  private final Map<String, Integer> ordinals = new TreeMap<>();
  private final Records records;
  private final ElementPlan message = ElementPlan.of("Message", Vocabulary.ilr());
  private final ElementPlan learner = message.child("Learner");
  private final ElementPlan destination = message.child("LearnerDestinationandProgression");

  /**
   * @param key makes pseudonyms of learners' numbers; null keeps the numbers
   */
  IlrPlan(StructType columns, Records records, PseudonymKey key) {
    this.columns = columns;
    this.records = records;
    for (int i = 0; i < columns.length(); i++) {
      ordinals.put(columns.apply(i).name(), i);
    }
    for (int i = 0; i < IlrSchema.HEADER.size(); i++) {
      List<String> path = IlrSchema.HEADER.get(i).path();
      if (path != null) {
        message.descendant(path).toText(i);
      }
    }
    learner.toRecord(ElementPlan.Role.LEARNER);
    learner.child("LearningDelivery").toAim();
    destination.toRecord(ElementPlan.Role.DESTINATION);
    if (emits(RecordKind.LEARNER)) {
      toRecord(learner, ElementPlan.Role.LEARNER, IlrSchema.LEARNER);
    }
    if (emits(RecordKind.DESTINATION)) {
      toRecord(destination, ElementPlan.Role.DESTINATION, IlrSchema.DESTINATION);
    }
    if (key != null) {
      hideNumbers(new Pseudonyms(key));
    }
  }

  int width() {
    return columns.length();
  }

  /** Returns the place of a column in the row, or {@link ElementPlan#NOWHERE}. */
  int ordinal(String column) {
    return ordinals.getOrDefault(column, ElementPlan.NOWHERE);
  }

  boolean emits(RecordKind kind) {
    return records.has(kind);
  }

  ElementPlan message() {
    return message;
  }

  ElementPlan learner() {
    return learner;
  }

  ElementPlan destination() {
    return destination;
  }

  /**
   * Returns the fields that the query asks for in the column {@code file}; none if it does not ask
   * for the column.
   */
  StructType file() {
    int ordinal = ordinal("file");
    return ordinal == ElementPlan.NOWHERE || !emits(RecordKind.FILE)
        ? new StructType()
        : (StructType) columns.apply(ordinal).dataType();
  }

  /** Whether the query needs only the file's header. */
  boolean headerOnly() {
    return records == Records.FILE
        && FACTS_BEFORE_PARSING.containsAll(List.of(file().fieldNames()));
  }

  /** Whether the reader must read the file to its last byte, even without parsing it. */
  boolean readsAllBytes() {
    return BYTES_OF_FILE.stream().anyMatch(List.of(file().fieldNames())::contains);
  }

  /** Whether the names of all elements matter, including those that the query does not read. */
  boolean judgesNames() {
    return NAMES_OF_FILE.stream().anyMatch(List.of(file().fieldNames())::contains);
  }

  boolean hashes() {
    return List.of(file().fieldNames()).contains("content_hash");
  }

  private void hideNumbers(Pseudonyms pseudonyms) {
    learner.child("LearnRefNumber").toPseudonym(pseudonyms::reference);
    learner.child("PrevLearnRefNumber").toPseudonym(pseudonyms::reference);
    learner.child("ULN").toPseudonym(pseudonyms::uln);
    learner.child("LearningDelivery").child("SWSupAimId").toPseudonym(pseudonyms::aim);
    destination.child("LearnRefNumber").toPseudonym(pseudonyms::reference);
    destination.child("ULN").toPseudonym(pseudonyms::uln);
  }

  private void toRecord(ElementPlan record, ElementPlan.Role role, List<ElementField> fields) {
    record.toRow(role, width(), fields, it -> ordinal(it.name()), this::toGroupOfRecord);
  }

  private void toGroupOfRecord(ElementPlan group, ElementField field, int into) {
    toGroup(group, field, into, columns);
  }

  private static void toGroup(
      ElementPlan group, ElementField field, int into, StructType enclosing) {
    StructType own = (StructType) ((ArrayType) enclosing.apply(into).dataType()).elementType();
    group.slot = into;
    group.toRow(
        ElementPlan.Role.GROUP,
        own.length(),
        field.fields(),
        it -> ordinalIn(own, it.name()),
        (inner, innerField, innerInto) -> toGroup(inner, innerField, innerInto, own));
    if (field.kind() == ElementField.Kind.GROUP_OR_TEXT) {
      group.orText(ordinalIn(own, field.fields().get(0).name()));
    }
  }

  private static int ordinalIn(StructType type, String name) {
    scala.Option<Object> index = type.getFieldIndex(name);
    return index.isDefined() ? (Integer) index.get() : ElementPlan.NOWHERE;
  }
}
