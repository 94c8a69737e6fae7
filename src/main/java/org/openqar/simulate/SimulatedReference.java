package org.openqar.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqar.csv.CsvFile;

/** Writes the reference data that belongs to the returns. */
final class SimulatedReference {

  private static final int GROUPS = 3;

  private SimulatedReference() {}

  static void write(Path folder, ProviderRegister register, Window window) throws IOException {
    providers(folder, register);
    mergers(folder, register, window);
    groups(folder, register);
    programmes(folder);
    aims(folder);
    postcodes(folder);
  }

  private static void providers(Path folder, ProviderRegister register) throws IOException {
    try (CsvFile csv =
        new CsvFile(folder.resolve("providers.csv"), "ukprn", "name", "provider_type", "region")) {
      for (Provider provider : register.byUkprn()) {
        csv.row(provider.ukprn(), provider.name(), provider.type(), provider.region().regionName());
      }
    }
  }

  private static void mergers(Path folder, ProviderRegister register, Window window)
      throws IOException {
    try (CsvFile csv =
        new CsvFile(folder.resolve("provider_merger.csv"), "old_ukprn", "new_ukprn", "from_year")) {
      for (Provider provider : register.byUkprn()) {
        if (provider.isMerged()) {
          csv.row(provider.ukprn(), provider.mergedInto(), window.mergerYear());
        }
      }
    }
  }

  private static void groups(Path folder, ProviderRegister register) throws IOException {
    try (CsvFile csv =
        new CsvFile(folder.resolve("groups.csv"), "group_id", "group_name", "ukprn")) {
      List<Provider> providers = register.byUkprn();
      for (int group = 0; group < GROUPS; group++) {
        for (int i = group; i < providers.size(); i += GROUPS) {
          csv.row(
              "G" + (group + 1), "Invented Partnership " + (group + 1), providers.get(i).ukprn());
        }
      }
    }
  }

  private static void programmes(Path folder) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            folder.resolve("standards.csv"),
            "std_code",
            "name",
            "level",
            "ssa_t1",
            "ssa_t2",
            "is_foundation")) {
      for (SimulatedProgramme standard : Programmes.STANDARDS) {
        csv.row(
            standard.code(),
            standard.name(),
            standard.level(),
            standard.area().firstTier(),
            standard.area().secondTier(),
            false);
      }
    }
    try (CsvFile csv =
        new CsvFile(
            folder.resolve("frameworks.csv"),
            "fwork_code",
            "prog_type",
            "pway_code",
            "name",
            "level",
            "ssa_t1",
            "ssa_t2")) {
      for (SimulatedProgramme framework : Programmes.FRAMEWORKS) {
        csv.row(
            framework.code(),
            framework.progType(),
            framework.pathway(),
            framework.name(),
            framework.level(),
            framework.area().firstTier(),
            framework.area().secondTier());
      }
    }
  }

  private static void aims(Path folder) throws IOException {
    List<LearningAim> aims = new ArrayList<>();
    aims.add(LearningAim.PROGRAMME);
    aims.addAll(LearningAim.FUNCTIONAL_SKILLS);
    aims.addAll(LearningAim.KNOWLEDGE);
    aims.addAll(LearningAim.COURSES);
    try (CsvFile csv =
        new CsvFile(
            folder.resolve("learning_aims.csv"),
            "learn_aim_ref",
            "title",
            "level",
            "ssa_t1",
            "ssa_t2",
            "aim_type",
            "aim_class")) {
      for (LearningAim aim : aims) {
        csv.row(
            aim.ref(),
            aim.title(),
            aim.level(),
            aim.area() == null ? null : aim.area().firstTier(),
            aim.area() == null ? null : aim.area().secondTier(),
            aim.type(),
            aim.aimClass());
      }
    }
  }

  private static void postcodes(Path folder) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            folder.resolve("postcodes.csv"), "postcode", "region", "local_authority_code")) {
      for (SimulatedRegion region : SimulatedRegion.values()) {
        for (int district = 1; district <= SimulatedRegion.DISTRICTS; district++) {
          csv.row(region.outward(district), region.regionName(), region.authority());
        }
      }
    }
  }
}
