package org.openqar.ilr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * What to do with one element in one query, and with the elements inside it. The tree holds every
 * element of the vocabulary, so that the reader knows even the elements that it skips by name.
 */
final class ElementPlan {

  enum Role {
    /** The query does not need its text, but may need what is inside it. */
    PASSED,
    TEXT,
    OUTWARD,
    /** A learner's number, of which only the pseudonym is kept. */
    PSEUDONYM,
    GROUP,
    LEARNER,
    DESTINATION
  }

  static final int NOWHERE = -1;

  /** An element that belongs to no group at this place. */
  static final ElementPlan STRANGE = new ElementPlan();

  /**
   * An element where only text belongs. Even its name may be part of that text, so no finding names
   * it.
   */
  static final ElementPlan CONTENT = new ElementPlan();

  private final Map<String, ElementPlan> children = new HashMap<>();

  /**
   * The children once more, by the identity of their interned names. The parser interns names too,
   * so that comparing references finds nearly every element.
   */
  private String[] names = new String[1];

  private ElementPlan[] named = new ElementPlan[1];
  private final Map<String, ElementPlan> otherCase = new HashMap<>();

  Role role = Role.PASSED;
  boolean aim;

  /** Whether its start needs more than remembering it: the element has a row or counts. */
  boolean opens;

  /** Whether the query needs its own text. */
  boolean keepsText;

  /** The place of its value in the enclosing row. */
  int slot = NOWHERE;

  /** Turns a learner's number into its pseudonym. */
  UnaryOperator<String> pseudonym;

  /** The number of fields in its own row, and which of them are arrays. */
  int width;

  Object[] blank;

  int[] arrays = {};

  /** The place of its start tag's line in its own row. */
  int lineSlot = NOWHERE;

  /** Whether plain text stands for a row of one field, and the place of that field. */
  boolean orText;

  int textSlot = NOWHERE;

  private ElementPlan() {}

  /** Returns the plan of an element of the vocabulary. It keeps nothing yet. */
  static ElementPlan of(String name, Vocabulary vocabulary) {
    ElementPlan plan = new ElementPlan();
    for (String element : vocabulary.elementsOf(name)) {
      ElementPlan child = of(element, vocabulary);
      plan.children.put(element, child);
      plan.otherCase.put(Vocabulary.lowerCase(element), child);
    }
    plan.lookUpByIdentity();
    return plan;
  }

  private void lookUpByIdentity() {
    names = new String[Integer.highestOneBit(4 * children.size() + 1)];
    named = new ElementPlan[names.length];
    children.forEach(
        (name, child) -> {
          int place = name.hashCode() & names.length - 1;
          names[place] = name.intern();
          named[place] = child;
        });
  }

  /** Returns the child of exactly this name, or null. */
  ElementPlan child(String name) {
    int place = name.hashCode() & names.length - 1;
    return names[place] == name ? named[place] : children.get(name);
  }

  /** Returns the child of this name in any case, or null. */
  ElementPlan childInOtherCase(String name) {
    return otherCase.get(Vocabulary.lowerCase(name));
  }

  ElementPlan descendant(List<String> path) {
    ElementPlan plan = this;
    for (String name : path) {
      plan = plan.child(name);
    }
    return plan;
  }

  /** Whether no element belongs inside this one. */
  boolean holdsOnlyText() {
    return children.isEmpty() && this != STRANGE;
  }

  void toText(int into) {
    role = Role.TEXT;
    keepsText = true;
    slot = into;
  }

  /** Keeps only a pseudonym of the text, if the plan keeps the text at all. */
  void toPseudonym(UnaryOperator<String> becomes) {
    if (role == Role.TEXT) {
      role = Role.PSEUDONYM;
      pseudonym = becomes;
    }
  }

  /**
   * If the query needs the field, lets plain text in a group stand for a row with that text in the
   * field.
   */
  void orText(int into) {
    orText = true;
    keepsText = true;
    textSlot = into;
  }

  /** Makes this element a record that keeps nothing yet. */
  void toRecord(Role record) {
    role = record;
    opens = true;
  }

  /** Makes this element count as an aim. */
  void toAim() {
    aim = true;
    opens = true;
  }

  /**
   * Makes this element a row.
   *
   * @param fields the fields that it can give
   * @param ordinals the place of each field in the row, or {@link #NOWHERE}
   */
  void toRow(
      Role rowRole,
      int rowWidth,
      List<ElementField> fields,
      ToIntFunction<ElementField> ordinals,
      NestedColumns nested) {
    role = rowRole;
    opens = true;
    width = rowWidth;
    blank = new Object[width];
    List<Integer> arraysWanted = new ArrayList<>();
    for (ElementField field : fields) {
      int into = ordinals.applyAsInt(field);
      if (into == NOWHERE) {
        continue;
      }
      switch (field.kind()) {
        case LINE -> lineSlot = into;
        case TEXT -> child(field.element()).toText(into);
        case OUTWARD -> {
          child(field.element()).toText(into);
          child(field.element()).role = Role.OUTWARD;
        }
        case GROUP, GROUP_OR_TEXT -> {
          arraysWanted.add(into);
          nested.attach(child(field.element()), field, into);
        }
      }
    }
    arrays = arraysWanted.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Gives a group the columns that the query needs of it. */
  interface NestedColumns {
    void attach(ElementPlan group, ElementField field, int into);
  }
}
