package org.openqar.cli;

import java.util.Iterator;
import java.util.List;
import org.openqar.pipeline.Stage;
import org.openqar.pipeline.Stages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the stage that an option names, in any case. */
final class StageChoice implements ITypeConverter<Stage>, Iterable<String> {
  @Override
  public Stage convert(String label) {
    return Stages.named(label)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s (case-insensitive) but was '%s'"
                        .formatted(Stages.choices(), label)));
  }

  @Override
  public Iterator<String> iterator() {
    return List.copyOf(Stages.choices()).iterator();
  }
}
