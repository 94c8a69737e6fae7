package org.openqar.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.pipeline.RunPlan.Input;
import org.openqar.reference.ReferenceFiles;
import org.openqar.tables.Filter;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.Tables;

/**
 * Lists the inputs that the figures depend on and no stage wrote, with hashes of their content.
 * Needs no Spark.
 */
final class Inputs {
  /** The prefix of an imported publication's name among the inputs. */
  private static final String PUBLISHED = Tables.PUBLISHED_RATE.name() + ": ";

  private Inputs() {}

  /** Lists the returned files. */
  static List<Input> returned(Job job) {
    return job.found().stream()
        .map(file -> new Input(file.sourceFile(), file.contentHash()))
        .toList();
  }

  static boolean isReference(String name) {
    return ReferenceFiles.isOne(name);
  }

  /** Lists the reference files that exist. */
  static List<Input> reference(Job job) {
    List<Input> inputs = new ArrayList<>();
    for (Table table : Tables.ofStage(TableLayer.REFERENCE)) {
      job.reference().path(table).ifPresent(path -> inputs.add(hashed(path, job)));
    }
    return inputs;
  }

  private static Input hashed(String path, Job job) {
    try {
      return new Input(path, Sha256.ofFile(path, job.hadoop()));
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(path),
          e,
          "check that it is there and that you may read it");
    }
  }

  static boolean isPublished(String name) {
    return name.startsWith(PUBLISHED);
  }

  /** Lists the imported publications. */
  static List<Input> published(Job job) {
    if (!job.log().tables().exists(Tables.PUBLISHED_RATE)) {
      return List.of();
    }
    TreeMap<String, String> hashes = new TreeMap<>();
    for (Row row :
        job.log()
            .tables()
            .list(Tables.PUBLISHED_RATE, List.of("publication", "content_hash"), Filter.all())) {
      hashes.put(row.getString(0), row.getString(1));
    }
    return hashes.entrySet().stream()
        .map(one -> new Input(PUBLISHED + one.getKey(), one.getValue()))
        .toList();
  }
}
