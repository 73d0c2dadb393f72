package org.mujian.enterprises;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise is found by.
 *
 * @param name folded
 * @param words all that is searched, folded, a line for each of name, former names, initials, code
 *     and business scope
 * @param grams the distinct bigrams of the lines, ascending: {@code first << 16 | second} of two
 *     UTF-16 units, exact. The first unit of the name and of the initials also stands alone, with
 *     second = 0
 */
record SearchTerms(String name, String words, int[] grams) {

  static SearchTerms of(
      String name,
      List<String> formerNames,
      String initials,
      @Nullable String code,
      @Nullable String scope) {
    String folded = Folding.fold(name);
    List<String> lines =
        Stream.concat(
                Stream.concat(Stream.of(name), formerNames.stream()),
                Stream.of(initials, code == null ? "" : code, scope == null ? "" : scope))
            .map(Folding::fold)
            .filter(line -> !line.isEmpty())
            .toList();
    int[] found = new int[lines.stream().mapToInt(String::length).sum() + 2];
    int count = 0;
    for (String line : lines) {
      for (int i = 1; i < line.length(); i++) {
        found[count++] = line.charAt(i - 1) << 16 | line.charAt(i);
      }
    }
    for (String start : List.of(folded, initials)) {
      if (!start.isEmpty()) {
        found[count++] = start.charAt(0) << 16;
      }
    }
    int[] grams = distinct(found, count);
    return new SearchTerms(folded, String.join("\n", lines), grams);
  }

  /** The grams that a row must hold to be found by one folded term. */
  static int[] gramsOf(String term) {
    return term.length() == 1
        ? new int[] {term.charAt(0) << 16}
        : pairs(term).sorted().distinct().toArray();
  }

  /** The terms of what somebody typed: folded, all of them to be found. */
  static List<String> termsOf(String query) {
    return Stream.of(query.split("[\\s\\u3000]+"))
        .map(Folding::fold)
        .filter(term -> !term.isEmpty())
        .distinct()
        .toList();
  }

  /** As PostgreSQL's {@code int[]} reads it. */
  String gramsText() {
    StringBuilder text = new StringBuilder(grams.length * 11 + 2).append('{');
    for (int gram : grams) {
      text.append(gram).append(',');
    }
    int end = text.length() - 1;
    if (text.charAt(end) == ',') {
      text.setLength(end);
    }
    return text.append('}').toString();
  }

  private static int[] distinct(int[] values, int count) {
    Arrays.sort(values, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || values[i] != values[kept - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  private static IntStream pairs(String line) {
    return IntStream.range(0, Math.max(0, line.length() - 1))
        .map(i -> line.charAt(i) << 16 | line.charAt(i + 1));
  }
}
