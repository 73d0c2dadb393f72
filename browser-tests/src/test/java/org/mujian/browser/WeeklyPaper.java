package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The weekly report as Word shows it: its text, and the references at its end. */
record WeeklyPaper(String text, List<Figure> numbers) {

  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^\\[(\\d+)\\] (.+?)：([^\\s；]+)((?: [^\\s；]+)?)；(.+)；页面 (/z/\\S+)$");

  /**
   * A number with its reference.
   *
   * @param printed value and unit
   * @param href the page that shows it
   */
  record Figure(String mark, String what, String value, String printed, String href) {}

  /** What an address answers. */
  interface Reader {
    String read(String path) throws IOException;
  }

  static WeeklyPaper open(byte[] word) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(word));
        var extractor = new XWPFWordExtractor(document)) {
      String text = extractor.getText();
      List<Figure> numbers =
          REFERENCE
              .matcher(text)
              .results()
              .map(
                  r ->
                      new Figure(
                          "[" + r.group(1) + "]",
                          r.group(2),
                          r.group(3),
                          r.group(3) + r.group(4),
                          r.group(6)))
              .toList();
      return new WeeklyPaper(text, numbers);
    }
  }

  /** The value of the one number that counts that. */
  String value(String what) {
    return numbers.stream()
        .filter(number -> number.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + what + " in\n" + text))
        .value();
  }

  /** Each number stands in the text with its mark, and again on the page of its reference. */
  void isFoundAgain(Reader reader) throws IOException {
    assertThat(numbers).hasSizeGreaterThan(20);
    assertThat(numbers.getLast().mark())
        .as("none is left out")
        .isEqualTo("[" + numbers.size() + "]");
    for (Figure number : numbers) {
      assertThat(text).contains(number.printed() + number.mark());
      assertThat(main(reader.read(number.href())))
          .as("%s %s on %s", number.what(), number.value(), number.href())
          .containsPattern("(?<![\\d.,])" + Pattern.quote(number.value()) + "(?![\\d,]|\\.\\d)");
    }
  }

  private static String main(String html) {
    Matcher main = Pattern.compile("(?s)<main.*</main>").matcher(html);
    assertThat(main.find()).as("a page in %s", html).isTrue();
    return main.group().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }
}
