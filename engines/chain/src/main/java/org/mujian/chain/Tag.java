package org.mujian.chain;

import java.util.List;

/**
 * An enterprise's place in a link, with what gave it.
 *
 * @param words as the scope has them, each with where it starts, in order
 * @param leading whether a word stands in the scope's first phrase: the main business
 * @param sameIndustry whether the enterprise's industry code is one of the link's
 */
public record Tag(String link, Role role, List<Word> words, boolean leading, boolean sameIndustry) {

  /**
   * @param start in the scope, in UTF-16 units
   */
  public record Word(String text, int start, Role role) {
    public int end() {
      return start + text.length();
    }
  }

  private static final int EACH_FURTHER_WORD = 5;
  private static final int MOST_FOR_WORDS = 20;
  private static final int LEADING = 10;
  private static final int SAME_INDUSTRY = 10;

  public Tag {
    words = List.copyOf(words);
  }

  /** Role, further words, place and industry: at most 100. */
  public int score() {
    return score(role, distinctWords(), leading, sameIndustry);
  }

  public int distinctWords() {
    return words.size() == 1
        ? 1
        : (int) words.stream().map(word -> Folding.fold(word.text())).distinct().count();
  }

  public static int score(Role role, int words, boolean leading, boolean sameIndustry) {
    return role.points()
        + Math.min(MOST_FOR_WORDS, EACH_FURTHER_WORD * (words - 1))
        + (leading ? LEADING : 0)
        + (sameIndustry ? SAME_INDUSTRY : 0);
  }
}
