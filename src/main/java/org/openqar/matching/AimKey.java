package org.openqar.matching;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The match key of an aim (qar-rules 3.4). Returned records with equal keys are one aim.
 *
 * @param ukprn the provider, after mergers and moves
 * @param learner the learner's identity in matching
 * @param training the standard, or the framework and pathway
 * @param start the start under which a provider first returned the aim; null if unreadable
 * @param standsAlone the record's id if the key of its aim is unreadable; null for other records
 */
record AimKey(
    int ukprn, String learner, TrainingKey training, LocalDate start, String standsAlone) {

  /** An aim and its programme. */
  record TrainingKey(
      Integer aimType,
      String learnAimRef,
      Integer progType,
      Integer standard,
      Integer framework,
      Integer pathway) {

    /**
     * Whether both have the same programme. A restart continues the programme; a transfer leaves it
     * (3.5).
     */
    boolean sameProgramme(TrainingKey other) {
      return Objects.equals(progType, other.progType)
          && Objects.equals(standard, other.standard)
          && Objects.equals(framework, other.framework)
          && Objects.equals(pathway, other.pathway);
    }

    TrainingKey withPathway(Integer known) {
      return new TrainingKey(aimType, learnAimRef, progType, standard, framework, known);
    }
  }

  AimKey withTraining(TrainingKey known) {
    return new AimKey(ukprn, learner, known, start, standsAlone);
  }

  AimKey withStart(LocalDate first) {
    return new AimKey(ukprn, learner, training, first, standsAlone);
  }

  /** Hashes the key. The same returns give the same id in every run and every version. */
  String id() {
    StringBuilder json = new StringBuilder(240).append("{\"ukprn\":").append(ukprn);
    add(json, "learner", learner);
    add(json, "aim_type", training.aimType());
    add(json, "learn_aim_ref", training.learnAimRef());
    add(json, "prog_type", training.progType());
    add(json, "key_std_code", training.standard());
    add(json, "key_fwork_code", training.framework());
    add(json, "key_pway_code", training.pathway());
    add(json, "first_start_date", start == null ? null : start.toString());
    add(json, "unreadable_record", standsAlone);
    return HexFormat.of().formatHex(DigestUtils.sha256(json.append('}').toString()), 0, 16);
  }

  private static void add(StringBuilder json, String name, Integer value) {
    if (value != null) {
      json.append(",\"").append(name).append("\":").append(value);
    }
  }

  private static void add(StringBuilder json, String name, String value) {
    if (value != null) {
      json.append(",\"").append(name).append("\":\"");
      JsonStringEncoder.getInstance().quoteAsString(value, json);
      json.append('"');
    }
  }
}
