package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that is missing, or missing in a language, fails here and not before a user. */
class TextsTest {

  /** t("key"), texts.get(language, "key"), titleKey values and template parameters key = "key". */
  private static final Pattern USED =
      Pattern.compile(
          "(?:\\.t\\(\\s*|\\btexts\\.get\\([^\"]*?,\\s*|\\bkey = )\"([a-zA-Z0-9.-]+)\"(?!\\s*\\+)");

  private final Texts texts = new Texts();

  @Test
  void everyKeyThatAPageUsesIsThere() {
    assertThat(usedKeys())
        .hasSizeGreaterThan(50)
        .allSatisfy(key -> assertThat(texts.keys()).contains(key));
  }

  @Test
  void everyKeyIsThereInBothWrittenLanguages() {
    assertThat(texts.keys())
        .allSatisfy(
            key -> {
              assertThat(texts.has(Language.SIMPLIFIED, key)).as("%s in zh-Hans", key).isTrue();
              assertThat(texts.has(Language.ENGLISH, key)).as("%s in English", key).isTrue();
            });
  }

  @Test
  void bothLanguagesFillInTheSameValues() {
    Pattern value = Pattern.compile("\\{(\\d)[},]");
    assertThat(texts.keys())
        .allSatisfy(
            key ->
                assertThat(matches(value, texts.get(Language.ENGLISH, key)))
                    .as(key)
                    .isEqualTo(matches(value, texts.get(Language.SIMPLIFIED, key))));
  }

  @Test
  void anOverrideForTraditionalChineseHasItsKey() {
    assertThat(texts.overriddenKeys()).allSatisfy(key -> assertThat(texts.keys()).contains(key));
  }

  @Test
  void traditionalChineseIsConvertedFromTheSimplified() {
    assertThat(texts.get(Language.TRADITIONAL, "menu.clusters")).isEqualTo("產業集群");
    assertThat(texts.get(Language.TRADITIONAL, "land.empty")).contains("將在這裡");
    assertThat(texts.get(Language.TRADITIONAL, "search.none", "软件")).contains("软件");
  }

  @Test
  void theSearchForUsedKeysFindsEachWayOfWritingThem() {
    assertThat(matches(USED, "page.t(\"a.b\", 1) texts.get(page.language(), \"c\") key = \"d\""))
        .containsExactly("a.b", "c", "d");
    assertThat(matches(USED, "page.t(\"light.\" + state)")).isEmpty();
  }

  private static Set<String> usedKeys() {
    try (Stream<Path> files =
        Stream.concat(
            Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java/org/mujian")))) {
      return files
          .filter(file -> file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
          .flatMap(file -> matches(USED, read(file)).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
