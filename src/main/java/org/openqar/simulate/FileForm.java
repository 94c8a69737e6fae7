package org.openqar.simulate;

/**
 * How a provider's software writes a file.
 *
 * @param extension the extension of the XML file's name
 * @param zipped whether the return is in a ZIP of the same stem
 * @param byteOrderMark whether the file begins with one
 * @param lineEnd the end of each line
 * @param comments whether the file contains comments
 * @param software the software package in the header
 */
record FileForm(
    String extension,
    boolean zipped,
    boolean byteOrderMark,
    String lineEnd,
    boolean comments,
    String software) {

  static FileForm draw(Dice dice, Provider provider) {
    return new FileForm(
        dice.percent(15) ? ".XML" : ".xml",
        dice.percent(12),
        dice.percent(20),
        dice.percent(30) ? "\r\n" : "\n",
        dice.percent(20),
        "Invented MIS %d".formatted(1 + provider.rank() % 4));
  }

  /** Returns the same form, but not in a ZIP. */
  FileForm unzipped() {
    return new FileForm(extension, false, byteOrderMark, lineEnd, comments, software);
  }
}
