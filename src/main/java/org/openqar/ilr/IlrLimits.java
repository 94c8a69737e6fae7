package org.openqar.ilr;

import java.io.Serializable;

/**
 * What the reader accepts at most; anything beyond is refused before it takes memory.
 *
 * @param textCharacters characters of one element's text
 * @param tokenBytes bytes of one piece of mark-up or text, such as a comment or a start tag
 * @param depth levels of elements, the root being 1
 * @param distinctNames names kept of unknown elements, of case slips and of namespaces, each
 * @param nameCharacters characters kept of such a name
 * @param zipBytes bytes that an archive's entry expands to
 * @param zipRatio how many times its compressed size an entry expands to
 * @param zipRatioFrom bytes from which the ratio is held to
 */
record IlrLimits(
    int textCharacters,
    int tokenBytes,
    int depth,
    int distinctNames,
    int nameCharacters,
    long zipBytes,
    int zipRatio,
    long zipRatioFrom)
    implements Serializable {

  static final IlrLimits STANDARD =
      new IlrLimits(10_000, 64 << 10, 32, 50, 64, 8L << 30, 200, 50L << 20);
}
