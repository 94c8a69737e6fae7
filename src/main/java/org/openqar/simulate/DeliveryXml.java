package org.openqar.simulate;

import java.time.LocalDate;

/** Writes a LearningDelivery with its elements in the order of the schema. */
final class DeliveryXml {

  private static final String ADULT_SKILLS = "105";
  private static final String PASS = "PA";

  private DeliveryXml() {}

  static void write(
      XmlText xml, YearForm form, Person person, SimulatedDelivery delivery, int sequence) {
    SimulatedEnding ending = delivery.ending();
    xml.open("LearningDelivery");
    xml.value("LearnAimRef", delivery.aim().ref());
    xml.value("AimType", delivery.aimType());
    xml.value("AimSeqNumber", sequence);
    xml.value("LearnStartDate", delivery.start());
    xml.value("OrigLearnStartDate", delivery.originalStart());
    xml.value("LearnPlanEndDate", delivery.plannedEnd());
    xml.value("FundModel", delivery.fundModel());
    if (delivery.isProgramme() && form.hasPlannedHours()) {
      xml.value("PHours", delivery.details().plannedHours());
    }
    if (delivery.isProgramme() && form.hasActualHours() && isTrained(ending)) {
      xml.value("OTJActHours", delivery.details().plannedHours() + person.employer() % 60);
    }
    programme(xml, form, delivery.programme());
    xml.value("DelLocPostCode", person.postcode());
    if (delivery.isProgramme() && delivery.programme().isStandard() && assessorIsKnown(delivery)) {
      xml.value("EPAOrgID", delivery.details().assessor());
    }
    xml.value("CompStatus", ending.compStatus());
    xml.value("LearnActEndDate", ending.end());
    xml.value("WithdrawReason", ending.withdrawReason());
    xml.value("Outcome", ending.outcome());
    xml.value("AchDate", ending.achieved());
    if (ending.achieved() != null && ending.outcome() == SimulatedEnding.ACHIEVED) {
      xml.value("OutGrade", PASS);
    }
    if (delivery.isProgramme()) {
      xml.value("SWSupAimId", delivery.details().softwareAimId());
    }
    funding(xml, delivery);
    if (delivery.isProgramme() && !delivery.programme().isTraineeship()) {
      price(xml, 1, delivery.start(), delivery.details().trainingPrice());
      if (delivery.programme().isStandard()) {
        price(xml, 2, delivery.start(), delivery.details().assessmentPrice());
      }
    }
    xml.close("LearningDelivery");
  }

  private static boolean isTrained(SimulatedEnding ending) {
    return ending.end() != null
        && (ending.isOpen() || ending.compStatus() == SimulatedEnding.COMPLETED);
  }

  /** Whether the assessor is known: always once training is over, and for most aims before that. */
  private static boolean assessorIsKnown(SimulatedDelivery delivery) {
    return isTrained(delivery.ending()) || delivery.details().plannedHours() % 40 != 0;
  }

  private static void programme(XmlText xml, YearForm form, SimulatedProgramme programme) {
    if (programme == null) {
      return;
    }
    xml.value("ProgType", programme.progType());
    if (programme.isStandard()) {
      xml.value("StdCode", programme.code());
    } else if (!programme.isTraineeship() && form.hasFrameworks()) {
      xml.value("FworkCode", programme.code());
      xml.value("PwayCode", programme.pathway());
    }
  }

  private static void funding(XmlText xml, SimulatedDelivery delivery) {
    monitoring(xml, "SOF", ADULT_SKILLS, null, null);
    if (delivery.details() == null) {
      monitoring(xml, "FFI", "1", null, null);
      return;
    }
    AimDetails details = delivery.details();
    monitoring(xml, "FFI", String.valueOf(details.fullyFunded()), null, null);
    if (!delivery.programme().isTraineeship()) {
      contract(xml, delivery);
    }
    if (delivery.originalStart() != null) {
      monitoring(xml, "RES", "1", null, null);
    }
    if (details.monitoring() != null) {
      monitoring(xml, "LDM", details.monitoring(), null, null);
    }
  }

  private static void contract(XmlText xml, SimulatedDelivery delivery) {
    monitoring(
        xml,
        "ACT",
        String.valueOf(delivery.details().contractType()),
        delivery.start(),
        delivery.ending().end());
  }

  private static void monitoring(
      XmlText xml, String type, String code, LocalDate from, LocalDate to) {
    xml.open("LearningDeliveryFAM");
    xml.value("LearnDelFAMType", type);
    xml.value("LearnDelFAMCode", code);
    xml.value("LearnDelFAMDateFrom", from);
    xml.value("LearnDelFAMDateTo", to);
    xml.close("LearningDeliveryFAM");
  }

  private static void price(XmlText xml, int code, LocalDate agreed, int amount) {
    xml.open("AppFinRecord");
    xml.value("AFinType", "TNP");
    xml.value("AFinCode", code);
    xml.value("AFinDate", agreed);
    xml.value("AFinAmount", amount);
    xml.close("AppFinRecord");
  }
}
