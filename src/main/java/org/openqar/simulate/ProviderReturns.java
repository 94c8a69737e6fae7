package org.openqar.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes all files of one provider side by side, one learner after another. */
final class ProviderReturns implements Closeable {

  private final List<ReturnFile> files = new ArrayList<>();

  ProviderReturns(List<ReturnPlan> plans, Path out) throws IOException {
    for (ReturnPlan plan : plans) {
      files.add(new ReturnFile(plan, out));
    }
  }

  void write(List<Enrolment> sources) {
    write(files, sources, ReturnFile::learner);
    write(
        files.stream().filter(ReturnFile::hasDestinations).toList(),
        sources,
        ReturnFile::destination);
  }

  private static void write(
      List<ReturnFile> files, List<Enrolment> sources, BiConsumer<ReturnFile, Learner> what) {
    if (files.isEmpty()) {
      return;
    }
    for (Enrolment source : sources) {
      source.forEach(learner -> files.forEach(file -> what.accept(file, learner)));
    }
  }

  @Override
  public void close() throws IOException {
    for (ReturnFile file : files) {
      file.close();
    }
  }

  /** Returns what was written. Complete after closing. */
  Written written() {
    return files.stream().map(ReturnFile::written).reduce(Written.NOTHING, Written::plus);
  }
}
