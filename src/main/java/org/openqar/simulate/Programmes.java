package org.openqar.simulate;

import java.util.List;

/** The standards and frameworks on offer. */
final class Programmes {

  static final List<Programme> STANDARDS =
      List.of(
          standard(901, "Adult care worker", 2, SubjectArea.HEALTH),
          standard(902, "Lead adult care worker", 3, SubjectArea.HEALTH),
          standard(903, "Nursing associate", 5, SubjectArea.NURSING),
          standard(904, "Registered nurse (degree)", 6, SubjectArea.NURSING),
          standard(905, "Early years practitioner", 2, SubjectArea.CHILD),
          standard(906, "Early years educator", 3, SubjectArea.CHILD),
          standard(907, "Laboratory technician", 3, SubjectArea.SCIENCE),
          standard(908, "Laboratory scientist (degree)", 6, SubjectArea.SCIENCE),
          standard(909, "Veterinary nurse", 3, SubjectArea.ANIMALS),
          standard(910, "Horticulture or landscape operative", 2, SubjectArea.HORTICULTURE),
          standard(911, "Engineering fitter", 3, SubjectArea.ENGINEERING),
          standard(912, "Lean manufacturing operative", 2, SubjectArea.MANUFACTURING),
          standard(
              913, "Motor vehicle service and maintenance technician", 3, SubjectArea.VEHICLES),
          standard(287, "Bricklayer", 2, SubjectArea.CONSTRUCTION),
          standard(502, "Construction site supervisor", 4, SubjectArea.CONSTRUCTION),
          standard(2, "Software developer", 4, SubjectArea.DIGITAL),
          standard(154, "Software development technician", 3, SubjectArea.DIGITAL),
          standard(917, "Retailer", 2, SubjectArea.RETAIL),
          standard(918, "Supply chain warehouse operative", 2, SubjectArea.WAREHOUSING),
          standard(919, "Hairdressing professional", 2, SubjectArea.HAIR),
          standard(920, "Commis chef", 2, SubjectArea.HOSPITALITY),
          standard(921, "Personal trainer", 3, SubjectArea.SPORT),
          standard(174, "Junior content producer", 3, SubjectArea.MEDIA),
          standard(923, "Teaching assistant", 3, SubjectArea.TEACHING),
          standard(924, "Business administrator", 3, SubjectArea.BUSINESS),
          standard(925, "Team leader or supervisor", 3, SubjectArea.MANAGEMENT),
          standard(926, "Assistant accountant", 3, SubjectArea.ACCOUNTING),
          standard(927, "Accountancy or taxation professional", 7, SubjectArea.ACCOUNTING));

  /** Levels 6 and 7, which are long enough to appear in every return. */
  static final List<Programme> DEGREES =
      STANDARDS.stream().filter(standard -> standard.level() >= 6).toList();

  static final List<Programme> FRAMEWORKS =
      List.of(
          new Programme(3, 445, 1, "Children and Young People's Workforce", 2, SubjectArea.CHILD),
          new Programme(3, 404, 1, "Licensed Hospitality", 2, SubjectArea.HOSPITALITY),
          new Programme(
              2, 436, 1, "Vehicle Maintenance and Repair: Light Vehicle", 3, SubjectArea.VEHICLES),
          new Programme(2, 454, 1, "Accounting", 3, SubjectArea.ACCOUNTING),
          new Programme(
              20,
              575,
              4,
              "Professional Services: Management Accounting",
              4,
              SubjectArea.ACCOUNTING),
          new Programme(
              20, 418, 1, "IT, Software, Web and Telecoms Professionals", 4, SubjectArea.DIGITAL));

  static final Programme TRAINEESHIP =
      new Programme(Programme.TRAINEESHIP, 0, 0, "Traineeship", 1, null);

  private Programmes() {}

  private static Programme standard(int code, String name, int level, SubjectArea area) {
    return new Programme(Programme.STANDARD, code, 0, name, level, area);
  }
}
