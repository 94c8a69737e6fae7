package org.openqar.ilr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * What becomes of one element in one query, and of the elements in it. The tree holds every element
 * of the vocabulary, so that what is passed over is still known by name.
 */
final class ElementPlan {

  enum Role {
    /** Its own text is not wanted; what is in it may be. */
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

  /** An element that is in no group we know at this place. */
  static final ElementPlan STRANGE = new ElementPlan();

  /**
   * An element where only text belongs: even its name may be part of that text, and is not told.
   */
  static final ElementPlan CONTENT = new ElementPlan();

  private final Map<String, ElementPlan> children = new HashMap<>();

  /**
   * The children once more, by the identity of their interned names: the parser interns names too,
   * so that one comparison of references finds nearly every element.
   */
  private String[] names = new String[1];

  private ElementPlan[] named = new ElementPlan[1];
  private final Map<String, ElementPlan> otherCase = new HashMap<>();

  Role role = Role.PASSED;
  boolean aim;

  /** Whether more is to be done at its start than to remember it: it has a row or counts. */
  boolean opens;

  /** Whether its own text is wanted. */
  boolean keepsText;

  /** Where its value goes in the enclosing row. */
  int slot = NOWHERE;

  /** What a learner's number becomes. */
  UnaryOperator<String> pseudonym;

  /** How many fields its own row has, and which of them are arrays. */
  int width;

  Object[] blank;

  int[] arrays = {};

  /** Where the line of its start tag goes in its own row. */
  int lineSlot = NOWHERE;

  /** Whether plain text stands for a row of one field, and where it goes. */
  boolean orText;

  int textSlot = NOWHERE;

  private ElementPlan() {}

  /** The plan of an element of the vocabulary, with nothing wanted of it yet. */
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

  /** The element of this very name, or null. */
  ElementPlan child(String name) {
    int place = name.hashCode() & names.length - 1;
    return names[place] == name ? named[place] : children.get(name);
  }

  /** The element of this name in whatever case, or null. */
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

  /** Whether no element belongs in this one. */
  boolean holdsOnlyText() {
    return children.isEmpty() && this != STRANGE;
  }

  void toText(int into) {
    role = Role.TEXT;
    keepsText = true;
    slot = into;
  }

  /** Keeps only a pseudonym of the text, if it is kept at all. */
  void toPseudonym(UnaryOperator<String> becomes) {
    if (role == Role.TEXT) {
      role = Role.PSEUDONYM;
      pseudonym = becomes;
    }
  }

  /** Lets plain text in a group stand for a row with that text in a field, if it is wanted. */
  void orText(int into) {
    orText = true;
    keepsText = true;
    textSlot = into;
  }

  /** Makes this element a record, of which nothing is wanted yet. */
  void toRecord(Role record) {
    role = record;
    opens = true;
  }

  /** Lets this element count as an aim. */
  void toAim() {
    aim = true;
    opens = true;
  }

  /**
   * Makes this element a row.
   *
   * @param fields what may come out of it
   * @param ordinals where each of them goes in the row, or {@link #NOWHERE}
   */
  void toRow(
      Role rowRole,
      int rowWidth,
      List<Field> fields,
      ToIntFunction<Field> ordinals,
      NestedColumns nested) {
    role = rowRole;
    opens = true;
    width = rowWidth;
    blank = new Object[width];
    List<Integer> arraysWanted = new ArrayList<>();
    for (Field field : fields) {
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

  /** Hands a group the columns wanted of it. */
  interface NestedColumns {
    void attach(ElementPlan group, Field field, int into);
  }
}
