package org.openqar.simulate;

/** A sector subject area of the second tier, with the first tier above it. */
enum SimulatedSubjectArea {
  NURSING(
      "Health, Public Services and Care", "Nursing, and subjects and vocations allied to medicine"),
  HEALTH("Health, Public Services and Care", "Health and Social Care"),
  CHILD("Health, Public Services and Care", "Child Development and Well Being"),
  SCIENCE("Science and Mathematics", "Science"),
  ANIMALS("Agriculture, Horticulture and Animal Care", "Animal Care and Veterinary Science"),
  HORTICULTURE("Agriculture, Horticulture and Animal Care", "Horticulture and Forestry"),
  ENGINEERING("Engineering and Manufacturing Technologies", "Engineering"),
  MANUFACTURING("Engineering and Manufacturing Technologies", "Manufacturing Technologies"),
  VEHICLES(
      "Engineering and Manufacturing Technologies", "Transportation Operations and Maintenance"),
  CONSTRUCTION("Construction, Planning and the Built Environment", "Building and Construction"),
  DIGITAL("Digital Technology", "Digital Technology (Practitioners)"),
  RETAIL("Retail and Commercial Enterprise", "Retailing and Wholesaling"),
  WAREHOUSING("Retail and Commercial Enterprise", "Warehousing and Distribution"),
  HAIR("Retail and Commercial Enterprise", "Service Enterprises"),
  HOSPITALITY("Retail and Commercial Enterprise", "Hospitality and Catering"),
  SPORT("Leisure, Travel and Tourism", "Sport, Leisure and Recreation"),
  MEDIA("Arts, Media and Publishing", "Media and Communication"),
  TEACHING("Education and Training", "Direct Learning Support"),
  ACCOUNTING("Business, Administration and Law", "Accounting and Finance"),
  BUSINESS("Business, Administration and Law", "Administration"),
  MANAGEMENT("Business, Administration and Law", "Business Management"),
  LAW("Business, Administration and Law", "Law and Legal Services"),
  SKILLS_FOR_WORK("Preparation for Life and Work", "Foundations for Learning and Life");

  private final String firstTier;
  private final String secondTier;

  SimulatedSubjectArea(String firstTier, String secondTier) {
    this.firstTier = firstTier;
    this.secondTier = secondTier;
  }

  String firstTier() {
    return firstTier;
  }

  String secondTier() {
    return secondTier;
  }
}
