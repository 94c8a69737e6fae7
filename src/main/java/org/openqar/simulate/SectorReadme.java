package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.openqar.calendar.AcademicYear;

/** Writes the README of the sector, above all the catalogue of journeys. */
final class SectorReadme {

  private SectorReadme() {}

  static void write(Sector sector, Window window, Written written, Map<String, Integer> lived)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # An invented sector

        Everything here is invented: providers, learners, numbers, results. Postcodes begin with a letter that no
        real one begins with; learner numbers have a valid check digit but were never issued.

        | parameter | value |
        | --- | --- |
        | providers | %d |
        | learners | %d |
        | years | %s to %s |
        | seed | %d |

        The same parameters give the same files, byte for byte: %d return files with %d learner records and %d
        learning deliveries.

        ## What is where

        * `returns/<year>/R14/`: one final return per provider and year, in the form of that year. A merged provider
          returns nothing from its merger on. Two providers have an earlier final return beside the later one, some have
          an in-year return (`R06`), and one file has a second copy directly under its year.
        * `reference/`: providers and the merger, standards, frameworks, aims, postcodes, groups.
        * `expected/`: the expected results when %s is reported under edition 2024-25 from the final returns of %s
          to %s: no look-ahead, learners matched by ULN, a break that is still returned is not overdue, days counted with
          both ends. They follow from what each journey states about itself, and never from the rules.
          * `qar_aim.csv`: one row per aim that those returns contain, with the report type that counts it.
          * `qar_provider.csv`, `qar_national.csv`: leavers counted from it, a row for each cell with a leaver.
          * `quartile_threshold.csv`: a row for every year, rate, dimension and value with a leaver. `providers` counts
            those with 5 or more leavers and a rate. With fewer than four of them there are no thresholds.
          * `provider_benchmark.csv`: each provider's place in them, how sure it is, the years before, and the rate that its mix
            of subjects and levels would give.

        All five report types occur: apprenticeships, traineeships to 2022/23, the components of those whose journey
        states their result, and stand-alone courses beside some of them.

        ## Journeys

        One learner lives one journey. Some journeys have two or three programme aims. The result that a journey states is that
        of the programme.

        | journey | learners | story |
        | --- | ---: | --- |
        """
            .formatted(
                sector.providers(),
                sector.learners(),
                new AcademicYear(sector.firstYear()).label(),
                new AcademicYear(sector.lastYear()).label(),
                sector.seed(),
                written.files(),
                written.learners(),
                written.aims(),
                new AcademicYear(sector.lastYear()).label(),
                new AcademicYear(window.firstRead()).label(),
                new AcademicYear(sector.lastYear()).label()));
    for (Journey journey : Catalogue.JOURNEYS) {
      text.append(
          "| `%s` | %d | %s |%n"
              .formatted(
                  journey.name(), lived.getOrDefault(journey.name(), 0), journey.description())
              .replace(System.lineSeparator(), "\n"));
    }
    Files.writeString(sector.out().resolve("README.md"), text);
  }
}
