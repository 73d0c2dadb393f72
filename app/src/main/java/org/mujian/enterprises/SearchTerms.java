package org.mujian.enterprises;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    IntStream pairs = lines.stream().flatMapToInt(SearchTerms::pairs);
    IntStream firsts =
        Stream.of(folded, initials).filter(s -> !s.isEmpty()).mapToInt(s -> s.charAt(0) << 16);
    int[] grams = IntStream.concat(pairs, firsts).sorted().distinct().toArray();
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
    return Arrays.stream(grams)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static IntStream pairs(String line) {
    return IntStream.range(0, Math.max(0, line.length() - 1))
        .map(i -> line.charAt(i) << 16 | line.charAt(i + 1));
  }
}
