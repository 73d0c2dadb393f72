package org.mujian.chain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All keywords and exclusions of an atlas as a tree of characters: finds the longest at a place.
 */
final class Words {

  /**
   * @param link null for an exclusion
   */
  record Found(int end, @Nullable Link link) {}

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    boolean ends;
    @Nullable Link link;
  }

  private final Node root = new Node();

  Words(Atlas atlas) {
    for (Link link : atlas.links()) {
      link.exclusions().forEach(word -> add(word, null));
    }
    // After the exclusions: a word excluded here may be the keyword of another link.
    for (Link link : atlas.links()) {
      link.keywords().forEach(word -> add(word, link));
    }
  }

  private void add(String word, @Nullable Link link) {
    Node node = root;
    for (char c : word.toCharArray()) {
      node = node.next.computeIfAbsent(c, x -> new Node());
    }
    node.ends = true;
    node.link = link;
  }

  /** Whether any word stands in {@code text}: a quick look before reading with care. */
  boolean mayStandIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (longestAt(text, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The longest word that starts at {@code start}, or null. */
  @Nullable Found longestAt(String text, int start) {
    Found longest = null;
    Node node = root;
    for (int i = start; i < text.length(); i++) {
      Node next = node.next.get(text.charAt(i));
      if (next == null) {
        break;
      }
      node = next;
      if (node.ends) {
        longest = new Found(i + 1, node.link);
      }
    }
    return longest;
  }

  /** Whether a Latin word goes on beyond the match:「abs」is not part of「absolute」. */
  static boolean splitsLatin(String phrase, int start, int end) {
    return start > 0 && isLatin(phrase.charAt(start - 1)) && isLatin(phrase.charAt(start))
        || end < phrase.length() && isLatin(phrase.charAt(end - 1)) && isLatin(phrase.charAt(end));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
