package org.openqar.simulate;

import java.util.Objects;

/**
 * Writes a LearnerDestinationandProgression. Apprentices who completed stay in work. The
 * destination of trainees comes from their story.
 */
final class DestinationXml {

  private DestinationXml() {}

  static void write(XmlText xml, SimulatedRecord returned) {
    returned.deliveries().stream()
        .filter(SimulatedDelivery::isProgramme)
        .filter(delivery -> !delivery.programme().isTraineeship())
        .map(SimulatedDelivery::ending)
        .filter(ending -> ending.compStatus() == SimulatedEnding.COMPLETED)
        .findFirst()
        .ifPresent(
            completed ->
                write(
                    xml,
                    returned.identity(),
                    new SimulatedDestination("EMP", 1, completed.end().plusDays(1))));
    returned.learner().aims().stream()
        .map(AimStory::destination)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(next -> write(xml, returned.identity(), next));
  }

  private static void write(XmlText xml, Identity identity, SimulatedDestination next) {
    xml.open("LearnerDestinationandProgression");
    xml.value("LearnRefNumber", identity.reference());
    xml.value("ULN", identity.uln());
    xml.open("DPOutcome");
    xml.value("OutType", next.type());
    xml.value("OutCode", next.code());
    xml.value("OutStartDate", next.from());
    xml.value("OutCollDate", next.from().plusDays(29));
    xml.close("DPOutcome");
    xml.close("LearnerDestinationandProgression");
  }
}
