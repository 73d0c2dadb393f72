package org.mujian.promotion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope in pieces, the words that gave a tag marked; what stands far from them is shortened.
 *
 * @param mark whether the piece is such a word
 */
public record Marked(String text, boolean mark) {

  private static final int KEPT = 24;

  /** Words that no longer stand where the tagging saw them are left unmarked. */
  public static List<Marked> of(@Nullable String scope, List<String> words, List<Integer> starts) {
    if (scope == null) {
      return List.of();
    }
    List<Marked> pieces = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      int start = starts.get(i);
      if (start >= at && scope.startsWith(words.get(i), start)) {
        plain(pieces, scope.substring(at, start), at > 0, true);
        pieces.add(new Marked(words.get(i), true));
        at = start + words.get(i).length();
      }
    }
    plain(pieces, scope.substring(at), at > 0, false);
    return pieces;
  }

  private static void plain(List<Marked> pieces, String text, boolean after, boolean before) {
    int most = KEPT * (after && before ? 2 : 1);
    if (!after && !before) {
      pieces.add(new Marked(text.length() > 4 * KEPT ? cut(text, 0, 4 * KEPT) + "…" : text, false));
    } else if (text.length() <= most + 1) {
      add(pieces, text);
    } else {
      String head = after ? cut(text, 0, KEPT) : "";
      String tail = before ? cut(text, text.length() - KEPT, text.length()) : "";
      add(pieces, head + "…" + tail);
    }
  }

  private static void add(List<Marked> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Marked(text, false));
    }
  }

  /** Never through the middle of a character that takes two units. */
  private static String cut(String text, int from, int to) {
    int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    return text.substring(start, Math.max(start, end));
  }
}
