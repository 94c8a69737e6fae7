package org.openqar.ilr;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openqar.messages.UserException;

/**
 * The most that the reader accepts. It refuses anything larger before that takes memory. Each limit
 * is a whole number from 1 and an option of the source: {@code maxDepth} sets {@code depth}.
 *
 * @param textCharacters characters in the text of one element that a query reads; other text takes
 *     no memory, so only {@code tokenBytes} applies to it
 * @param headerCharacters characters of a namespace, and of one text of the header, which every row
 *     repeats
 * @param tokenBytes bytes of one piece of mark-up or text, such as a comment or a start tag
 * @param depth levels of elements, the root being 1; at most 1,000
 * @param attributes attributes and namespace declarations of one element, together
 * @param strangeNames distinct names of elements, attributes, prefixes and processing instructions
 *     in one file that no ILR year knows; fewer if they have more than 64 characters on average
 * @param recordBytes bytes of one learner or destination, within the 64 KiB that the reader reads
 *     at a time
 * @param archiveBytes bytes that an archive expands to
 * @param archiveRatio how many times its compressed size an archive expands to
 * @param archiveRatioFrom bytes from which the ratio applies
 * @param archiveEntries entries of an archive
 */
public record IlrLimits(
    int textCharacters,
    int headerCharacters,
    int tokenBytes,
    int depth,
    int attributes,
    int strangeNames,
    int recordBytes,
    long archiveBytes,
    int archiveRatio,
    long archiveRatioFrom,
    int archiveEntries)
    implements Serializable {

  /** Limits far above every return of real software, and within the memory of a small task. */
  public static final IlrLimits STANDARD =
      new IlrLimits(10_000, 256, 64 << 10, 32, 64, 1_000, 4 << 20, 8L << 30, 200, 50L << 20, 1_000);

  /** The greatest depth that a setting may ask for. A deeper tree is a mistake. */
  private static final int DEEPEST = 1_000;

  /**
   * Returns the standard limits, changed by the options.
   *
   * @param options any options; only those of limits apply
   * @throws UserException if a limit is not a number within its range
   */
  public static IlrLimits of(Map<String, String> options) {
    RecordComponent[] limits = IlrLimits.class.getRecordComponents();
    Object[] values = new Object[limits.length];
    for (int i = 0; i < limits.length; i++) {
      String set = options.get(option(limits[i]));
      values[i] = set == null ? valueOf(limits[i], STANDARD) : read(limits[i], set.strip());
    }
    return of(limits, values);
  }

  /** Returns all options that set these limits, by name. */
  public Map<String, String> options() {
    return Arrays.stream(IlrLimits.class.getRecordComponents())
        .collect(
            Collectors.toMap(
                IlrLimits::option,
                it -> String.valueOf(valueOf(it, this)),
                (a, b) -> a,
                TreeMap::new));
  }

  private static String option(RecordComponent limit) {
    String name = limit.getName();
    return "max" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Object read(RecordComponent limit, String value) {
    long most = most(limit);
    if (value.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return limit.getType() == int.class ? (Object) (int) number : (Object) number;
      }
    }
    throw UserException.usage(
        "Option %s of the ilr source takes a whole number from 1 to %d; found '%s'."
            .formatted(option(limit), most, value));
  }

  private static long most(RecordComponent limit) {
    if (limit.getName().equals("depth")) {
      return DEEPEST;
    }
    return limit.getType() == int.class ? Integer.MAX_VALUE : 999_999_999_999_999_999L;
  }

  private static Object valueOf(RecordComponent limit, IlrLimits limits) {
    try {
      return limit.getAccessor().invoke(limits);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IlrLimits of(RecordComponent[] limits, Object[] values) {
    try {
      return IlrLimits.class
          .getDeclaredConstructor(
              Arrays.stream(limits).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
