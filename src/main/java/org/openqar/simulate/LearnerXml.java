package org.openqar.simulate;

import java.time.LocalDate;
import java.util.List;

/** Writes a Learner with its elements in the order of the schema. */
final class LearnerXml {

  private static final int EMPLOYED = 10;
  private static final int LOOKING_FOR_WORK = 11;
  private static final int REDUNDANT = 29;

  private LearnerXml() {}

  static void write(XmlText xml, YearForm form, SimulatedRecord returned) {
    Identity identity = returned.identity();
    Person person = returned.learner().person();
    LocalDate begins = returned.learner().aims().get(0).firstStart();
    xml.open("Learner");
    xml.value("LearnRefNumber", identity.reference());
    xml.value("PrevLearnRefNumber", identity.previousReference());
    xml.value("PrevUKPRN", identity.previousUkprn());
    xml.value("PMUKPRN", identity.preMergerUkprn());
    xml.value("ULN", identity.uln());
    xml.value("FamilyName", person.familyName());
    xml.value("GivenNames", person.givenNames());
    xml.value("DateOfBirth", person.born());
    xml.value("Ethnicity", person.ethnicity());
    xml.value("Sex", person.sex());
    xml.value("LLDDHealthProb", person.difficulty());
    xml.value("NINumber", person.insuranceNumber());
    if (!form.hasPriorAttainGroup()) {
      xml.value("PriorAttain", form.priorAttain(person.priorLevel()));
    }
    xml.value("PostcodePrior", person.postcode());
    xml.value("Postcode", person.postcode());
    xml.value("AddLine1", person.address());
    xml.value("TelNo", person.telephone());
    xml.value("Email", person.email());
    if (form.hasPriorAttainGroup()) {
      xml.open("PriorAttain");
      xml.value("PriorLevel", form.priorAttain(person.priorLevel()));
      xml.value("DateLevelApp", begins.minusDays(1));
      xml.close("PriorAttain");
    }
    if (form.hasContactPreference()) {
      xml.open("ContactPreference");
      xml.value("ContPrefType", "RUI");
      xml.value("ContPrefCode", person.contact());
      xml.close("ContactPreference");
    }
    if (person.difficultyCategory() != null) {
      xml.open("LLDDandHealthProblem");
      xml.value("LLDDCat", person.difficultyCategory());
      xml.value("PrimaryLLDD", 1);
      xml.close("LLDDandHealthProblem");
    }
    if (identity.migration() != null) {
      xml.open("LearnerFAM");
      xml.value("LearnFAMType", "NLM");
      xml.value("LearnFAMCode", identity.migration());
      xml.close("LearnerFAM");
    }
    employment(xml, person, begins, returned.deliveries());
    int sequence = 1;
    for (SimulatedDelivery delivery : returned.deliveries()) {
      DeliveryXml.write(xml, form, person, delivery, sequence++);
    }
    xml.close("Learner");
  }

  private static void employment(
      XmlText xml, Person person, LocalDate begins, List<SimulatedDelivery> deliveries) {
    xml.open("LearnerEmploymentStatus");
    xml.value("EmpStat", EMPLOYED);
    xml.value("DateEmpStatApp", begins.minusDays(30));
    xml.value("EmpId", person.employer());
    if (person.selfEmployed()) {
      monitoring(xml, "SEI", 1);
    }
    monitoring(xml, "EII", person.hours());
    monitoring(xml, "LOE", 1);
    xml.close("LearnerEmploymentStatus");
    deliveries.stream()
        .filter(SimulatedDelivery::isProgramme)
        .map(SimulatedDelivery::ending)
        .filter(ending -> ending.isWithdrawn() && ending.withdrawReason() == REDUNDANT)
        .findFirst()
        .ifPresent(
            redundant -> {
              xml.open("LearnerEmploymentStatus");
              xml.value("EmpStat", LOOKING_FOR_WORK);
              xml.value("DateEmpStatApp", redundant.end());
              monitoring(xml, "LOU", 1);
              xml.close("LearnerEmploymentStatus");
            });
  }

  private static void monitoring(XmlText xml, String type, int code) {
    xml.open("EmploymentStatusMonitoring");
    xml.value("ESMType", type);
    xml.value("ESMCode", code);
    xml.close("EmploymentStatusMonitoring");
  }
}
