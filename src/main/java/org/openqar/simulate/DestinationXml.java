package org.openqar.simulate;

import java.time.LocalDate;

/** Writes a LearnerDestinationandProgression: those who completed stay in work. */
final class DestinationXml {

  private DestinationXml() {}

  static void write(XmlText xml, Returned returned) {
    returned.deliveries().stream()
        .filter(Delivery::isProgramme)
        .map(Delivery::ending)
        .filter(ending -> ending.compStatus() == Ending.COMPLETED)
        .findFirst()
        .ifPresent(completed -> write(xml, returned.identity(), completed.end()));
  }

  private static void write(XmlText xml, Identity identity, LocalDate end) {
    xml.open("LearnerDestinationandProgression");
    xml.value("LearnRefNumber", identity.reference());
    xml.value("ULN", identity.uln());
    xml.open("DPOutcome");
    xml.value("OutType", "EMP");
    xml.value("OutCode", 1);
    xml.value("OutStartDate", end.plusDays(1));
    xml.value("OutCollDate", end.plusDays(30));
    xml.close("DPOutcome");
    xml.close("LearnerDestinationandProgression");
  }
}
