package org.mujian.web;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of the pages. Each module keeps {@code messages/<module>.properties} (simplified
 * Chinese) and {@code messages/<module>.en.properties}; traditional Chinese is converted from the
 * simplified, with {@code messages/zh-Hant.overrides} first.
 */
@Component
public class Texts {

  private static final String UNUSUAL = "羣裏爲衆啓綫麪峯着説脣牀";
  private static final String USUAL = "群裡為眾啟線麵峰著說唇床";

  private final Map<String, String> simplified;
  private final Map<String, String> english;
  private final Map<String, String> overrides;
  private final Map<String, String> traditional = new ConcurrentHashMap<>();

  Texts() {
    this.simplified = load("*.properties", name -> !name.endsWith(".en.properties"));
    this.english = load("*.en.properties", name -> true);
    this.overrides = load("zh-Hant.overrides", name -> true);
  }

  /**
   * The text of {@code key} with its {@code {0}}, {@code {1}} … filled in.
   *
   * @throws IllegalArgumentException when no text has that key: a test looks for such keys
   */
  public String get(Language language, String key, Object... values) {
    String pattern = pattern(language, key);
    if (values.length == 0) {
      return pattern;
    }
    return new MessageFormat(pattern.replace("'", "''"), language.locale()).format(values);
  }

  /** All keys, of any language. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(simplified.keySet());
    keys.addAll(english.keySet());
    return keys;
  }

  boolean has(Language language, String key) {
    return (language == Language.ENGLISH ? english : simplified).containsKey(key);
  }

  Set<String> overriddenKeys() {
    return overrides.keySet();
  }

  private String pattern(Language language, String key) {
    String pattern =
        switch (language) {
          case SIMPLIFIED -> simplified.get(key);
          case ENGLISH -> english.get(key);
          case TRADITIONAL -> simplified.containsKey(key) ? converted(key) : null;
        };
    if (pattern == null) {
      throw new IllegalArgumentException("No text in " + language.tag() + " for '" + key + "'");
    }
    return pattern;
  }

  private String converted(String key) {
    return traditional.computeIfAbsent(
        key,
        k -> {
          String given = overrides.get(k);
          return given != null
              ? given
              : traditional(java.util.Objects.requireNonNull(simplified.get(k)));
        });
  }

  /**
   * Converts words of ours; what users typed stays. The plain conversion writes 羣 and 裏 where
   * readers in Taiwan and Hong Kong expect 群 and 裡.
   */
  public static String traditional(String simplified) {
    String converted = ZhConverterUtil.toTraditional(simplified);
    StringBuilder text = new StringBuilder(converted.length());
    converted
        .chars()
        .map(c -> UNUSUAL.indexOf(c) < 0 ? c : USUAL.charAt(UNUSUAL.indexOf(c)))
        .forEach(c -> text.append((char) c));
    return text.toString();
  }

  private static Map<String, String> load(
      String pattern, java.util.function.Predicate<String> wanted) {
    try {
      Map<String, String> texts = new TreeMap<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/" + pattern)) {
        if (!wanted.test(String.valueOf(file.getFilename()))) {
          continue;
        }
        Properties properties = new Properties();
        properties.load(new java.io.StringReader(file.getContentAsString(StandardCharsets.UTF_8)));
        properties.forEach(
            (key, text) -> {
              if (texts.put((String) key, (String) text) != null) {
                throw new IllegalStateException("Two texts for '" + key + "', one in " + file);
              }
            });
      }
      return Map.copyOf(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
