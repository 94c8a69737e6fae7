package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves learners of an invented sector between its providers: in the last year 5 % of them are
 * returned by another one, any other, with the provider and the reference number that they had before.
 */
final class Moves {
  private static final double SHARE = 0.05;
  private static final Pattern LEARNER = Pattern.compile("(?s)<Learner>.*?</Learner>\\s*");
  private static final Pattern REFERENCE = Pattern.compile("<LearnRefNumber>([^<]*)</LearnRefNumber>");

  private Moves() {}

  /** The final returns of the last year as plain XML, in the order of their names. */
  static List<Path> files(Path returns) throws IOException {
    return Data.returns(returns.resolve("2425/R14")).stream().filter(Data::isPlain).toList();
  }

  /** Rewrites those files. */
  static void make(Path returns) throws IOException {
    List<Path> files = files(returns);
    List<StringBuilder> arrived = new ArrayList<>();
    files.forEach(file -> arrived.add(new StringBuilder()));
    Random dice = new Random(5);
    List<String> left = new ArrayList<>();
    int moved = 0;
    for (int from = 0; from < files.size(); from++) {
      StringBuilder stay = new StringBuilder();
      String xml = Files.readString(files.get(from));
      Matcher learners = LEARNER.matcher(xml);
      while (learners.find()) {
        String learner = learners.group();
        int to = dice.nextInt(files.size());
        if (dice.nextDouble() < SHARE && to != from && !learner.contains("<Prev")) {
          arrived.get(to).append(arrival(learner, ukprn(files.get(from)), moved++));
          learner = "";
        }
        learners.appendReplacement(stay, Matcher.quoteReplacement(learner));
      }
      left.add(learners.appendTail(stay).toString());
    }
    for (int i = 0; i < files.size(); i++) {
      String xml = left.get(i);
      int end = xml.lastIndexOf("</Learner>");
      end = end < 0 ? xml.indexOf("</LearningProvider>") + "</LearningProvider>".length() : end + "</Learner>".length();
      Files.writeString(files.get(i), xml.substring(0, end) + arrived.get(i) + xml.substring(end));
    }
    System.out.printf("%d learners moved between %d providers%n", moved, files.size());
  }

  private static String arrival(String learner, String ukprn, int number) {
    return REFERENCE
        .matcher(learner)
        .replaceFirst(
            "<LearnRefNumber>MV%08d</LearnRefNumber><PrevLearnRefNumber>$1</PrevLearnRefNumber><PrevUKPRN>%s</PrevUKPRN>"
                .formatted(number, ukprn));
  }

  private static String ukprn(Path file) {
    return file.getFileName().toString().substring(4, 12);
  }
}
