package org.openqar.simulate;

import java.util.List;

/** The standards and frameworks on offer. */
final class Programmes {

  static final List<SimulatedProgramme> STANDARDS =
      List.of(
          standard(901, "Adult care worker", 2, SimulatedSubjectArea.HEALTH),
          standard(902, "Lead adult care worker", 3, SimulatedSubjectArea.HEALTH),
          standard(903, "Nursing associate", 5, SimulatedSubjectArea.NURSING),
          standard(904, "Registered nurse (degree)", 6, SimulatedSubjectArea.NURSING),
          standard(905, "Early years practitioner", 2, SimulatedSubjectArea.CHILD),
          standard(906, "Early years educator", 3, SimulatedSubjectArea.CHILD),
          standard(907, "Laboratory technician", 3, SimulatedSubjectArea.SCIENCE),
          standard(908, "Laboratory scientist (degree)", 6, SimulatedSubjectArea.SCIENCE),
          standard(909, "Veterinary nurse", 3, SimulatedSubjectArea.ANIMALS),
          standard(
              910, "Horticulture or landscape operative", 2, SimulatedSubjectArea.HORTICULTURE),
          standard(911, "Engineering fitter", 3, SimulatedSubjectArea.ENGINEERING),
          standard(912, "Lean manufacturing operative", 2, SimulatedSubjectArea.MANUFACTURING),
          standard(
              913,
              "Motor vehicle service and maintenance technician",
              3,
              SimulatedSubjectArea.VEHICLES),
          standard(287, "Bricklayer", 2, SimulatedSubjectArea.CONSTRUCTION),
          standard(502, "Construction site supervisor", 4, SimulatedSubjectArea.CONSTRUCTION),
          standard(2, "Software developer", 4, SimulatedSubjectArea.DIGITAL),
          standard(154, "Software development technician", 3, SimulatedSubjectArea.DIGITAL),
          standard(917, "Retailer", 2, SimulatedSubjectArea.RETAIL),
          standard(918, "Supply chain warehouse operative", 2, SimulatedSubjectArea.WAREHOUSING),
          standard(919, "Hairdressing professional", 2, SimulatedSubjectArea.HAIR),
          standard(920, "Commis chef", 2, SimulatedSubjectArea.HOSPITALITY),
          standard(921, "Personal trainer", 3, SimulatedSubjectArea.SPORT),
          standard(174, "Junior content producer", 3, SimulatedSubjectArea.MEDIA),
          standard(923, "Teaching assistant", 3, SimulatedSubjectArea.TEACHING),
          standard(924, "Business administrator", 3, SimulatedSubjectArea.BUSINESS),
          standard(925, "Team leader or supervisor", 3, SimulatedSubjectArea.MANAGEMENT),
          standard(926, "Assistant accountant", 3, SimulatedSubjectArea.ACCOUNTING),
          standard(
              927, "Accountancy or taxation professional", 7, SimulatedSubjectArea.ACCOUNTING));

  /** Levels 6 and 7, which are long enough to appear in every return. */
  static final List<SimulatedProgramme> DEGREES =
      STANDARDS.stream().filter(standard -> standard.level() >= 6).toList();

  static final List<SimulatedProgramme> FRAMEWORKS =
      List.of(
          new SimulatedProgramme(
              3, 445, 1, "Children and Young People's Workforce", 2, SimulatedSubjectArea.CHILD),
          new SimulatedProgramme(
              3, 404, 1, "Licensed Hospitality", 2, SimulatedSubjectArea.HOSPITALITY),
          new SimulatedProgramme(
              2,
              436,
              1,
              "Vehicle Maintenance and Repair: Light Vehicle",
              3,
              SimulatedSubjectArea.VEHICLES),
          new SimulatedProgramme(2, 454, 1, "Accounting", 3, SimulatedSubjectArea.ACCOUNTING),
          new SimulatedProgramme(
              20,
              575,
              4,
              "Professional Services: Management Accounting",
              4,
              SimulatedSubjectArea.ACCOUNTING),
          new SimulatedProgramme(
              20,
              418,
              1,
              "IT, Software, Web and Telecoms Professionals",
              4,
              SimulatedSubjectArea.DIGITAL));

  static final SimulatedProgramme TRAINEESHIP =
      new SimulatedProgramme(SimulatedProgramme.TRAINEESHIP, 0, 0, "Traineeship", 1, null);

  private Programmes() {}

  private static SimulatedProgramme standard(
      int code, String name, int level, SimulatedSubjectArea area) {
    return new SimulatedProgramme(SimulatedProgramme.STANDARD, code, 0, name, level, area);
  }
}
