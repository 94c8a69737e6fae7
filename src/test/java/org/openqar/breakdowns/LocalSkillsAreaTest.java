package org.openqar.breakdowns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The area is that of the delivery in the look-up; without one an aim is in no cell. */
class LocalSkillsAreaTest {
  @Test
  void isThatOfTheLookUp() {
    assertEquals("Kent and Medway", valueOf(Facts.SKILLS_AREA_OF_DELIVERY));
    assertNull(valueOf(Facts.REGION_OF_DELIVERY));
  }

  private static Object valueOf(String fact) {
    return LocalSkillsArea.LOCAL_SKILLS_AREA.value().of(Map.of(fact, "Kent and Medway")::get);
  }
}
