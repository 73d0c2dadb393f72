package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every hit that a naive search finds, and no other, from bytes and from text. */
class MatcherTest {

  private record Hit(int word, int end) {}

  private static List<Hit> naive(List<String> words, String text) {
    List<Hit> hits = new ArrayList<>();
    String folded = Folding.fold(text);
    List<String> sought = words.stream().map(Folding::fold).toList();
    for (int end = 1; end <= folded.length(); end++) {
      for (int word = 0; word < sought.size(); word++) {
        String it = sought.get(word);
        if (folded.startsWith(it, end - it.length())) {
          hits.add(new Hit(word, end));
        }
      }
    }
    return hits;
  }

  private static List<Hit> inText(Matcher matcher, String text) {
    List<Hit> hits = new ArrayList<>();
    matcher.match(text, (word, end) -> hits.add(new Hit(word, end)));
    return hits;
  }

  /** With ends told in UTF-16 units, to compare. */
  private static List<Hit> inBytes(Matcher matcher, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Hit> hits = new ArrayList<>();
    matcher.match(
        bytes,
        0,
        bytes.length,
        (word, end) ->
            hits.add(new Hit(word, new String(bytes, 0, end, StandardCharsets.UTF_8).length())));
    return hits;
  }

  @Property(tries = 600)
  void allHitsAreThoseOfANaiveSearch(
      @ForAll("wordLists") List<String> words, @ForAll("texts") String text) {
    Matcher matcher = Matcher.of(words);
    List<Hit> expected = naive(words, text);
    assertThat(inText(matcher, text)).containsExactlyInAnyOrderElementsOf(expected);
    String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(inBytes(matcher, text)).containsExactlyInAnyOrderElementsOf(naive(words, sent));
  }

  @Property(tries = 300)
  void anyBytesAreReadAndWhatIsNoTextOnlyEndsAMatch(@ForAll byte[] junk) {
    Matcher matcher = Matcher.of(List.of("染料", "é", "𠮷"));
    byte[] word = "染料é𠮷".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[junk.length + 1 + word.length];
    System.arraycopy(junk, 0, all, 0, junk.length);
    all[junk.length] = ';';
    System.arraycopy(word, 0, all, junk.length + 1, word.length);
    List<Hit> hits = new ArrayList<>();
    matcher.match(all, 0, all.length, (w, end) -> hits.add(new Hit(w, end)));
    assertThat(hits.stream().filter(hit -> hit.end > junk.length))
        .containsExactlyInAnyOrder(
            new Hit(0, junk.length + 7), new Hit(1, junk.length + 9), new Hit(2, all.length));
  }

  @Test
  void aTextCutInTheMiddleOfACharacterIsReadToItsLastWholeOne() {
    Matcher matcher = Matcher.of(List.of("染", "染料"));
    byte[] bytes = "染料".getBytes(StandardCharsets.UTF_8);
    List<Hit> hits = new ArrayList<>();
    matcher.match(bytes, 0, bytes.length - 1, (w, end) -> hits.add(new Hit(w, end)));
    assertThat(hits).containsExactly(new Hit(0, 3));
  }

  @Test
  void widthCaseAndTraditionalCharactersAreMatchedAlikeAndPositionsStay() {
    Matcher matcher = Matcher.of(List.of("abs树脂", "聚乙烯"));
    assertThat(inText(matcher, "ＡＢＳ樹脂、Abs树脂；聚乙烯"))
        .containsExactly(new Hit(0, 5), new Hit(0, 11), new Hit(1, 15));
    assertThat(inBytes(matcher, "ＡＢＳ樹脂")).containsExactly(new Hit(0, 5));
    assertThat(inText(Matcher.of(List.of("樹脂")), "树脂樹脂")).hasSize(2);
  }

  @Test
  void aLoneSurrogateEndsAMatchAndIsRefusedInAWord() {
    Matcher matcher = Matcher.of(List.of("𠮷", "染"));
    assertThat(inText(matcher, "\uD842染\uDFB7𠮷")).containsExactly(new Hit(1, 2), new Hit(0, 5));
    assertThatThrownBy(() -> Matcher.of(List.of("染\uD842")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+d842");
    assertThatThrownBy(() -> Matcher.of(List.of(""))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneCharacterAndEqualWordsAreEachTold() {
    assertThat(inText(Matcher.of(List.of("油", "油漆", "漆", "油")), "油漆"))
        .containsExactlyInAnyOrder(new Hit(0, 1), new Hit(3, 1), new Hit(1, 2), new Hit(2, 2));
    assertThat(inText(Matcher.of(List.of()), "油漆")).isEmpty();
  }

  @Test
  void aHundredThousandWordsAreBuiltInSecondsAndFoundEach() {
    Random random = new Random(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = 2 + random.nextInt(7); n > 0; n--) {
        word.append((char) ('一' + (int) Math.abs(random.nextGaussian() * 1500)));
      }
      words.add(word.toString());
    }
    var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
    long from = cpu.getCurrentThreadCpuTime();
    Matcher matcher = Matcher.of(words);
    assertThat((cpu.getCurrentThreadCpuTime() - from) / 1e9).as("CPU seconds").isLessThan(10);
    Collections.shuffle(words, random);
    for (String word : words.subList(0, 2000)) {
      assertThat(inText(matcher, word)).anySatisfy(h -> assertThat(h.end).isEqualTo(word.length()));
    }
  }

  @Test
  void aHundredThousandCharactersAreOneText() {
    String text = "不含染料、".repeat(20_000);
    assertThat(inBytes100k(text)).isEqualTo(20_000);
  }

  private static int inBytes100k(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] count = new int[1];
    Matcher.of(List.of("染料")).match(bytes, 0, bytes.length, (w, end) -> count[0]++);
    return count[0];
  }

  @Provide
  Arbitrary<List<String>> wordLists() {
    return pieces()
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(l -> String.join("", l))
        .filter(w -> w.indexOf('\uFFFD') < 0 && w.indexOf('\0') < 0 && isPaired(w))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(pieces(), Arbitraries.strings().all().ofMaxLength(2))
        .list()
        .ofMaxSize(25)
        .map(l -> String.join("", l));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.of(
        "甲", "乙", "甲乙", "乙甲", "a", "Ａ", "A", "é", "樹", "树", "𠮷", "𠮶", "（", "(", " ", "丙丙");
  }

  private static boolean isPaired(String word) {
    return word.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
