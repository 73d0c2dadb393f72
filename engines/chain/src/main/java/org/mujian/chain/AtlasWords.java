package org.mujian.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All keywords and exclusions of an atlas, made ready to be found. */
final class AtlasWords {

  /** The link of an exclusion: it takes the text and gives nothing. */
  static final int NONE = -1;

  private final Matcher matcher;

  /** The same words, and branches that become one of them before machines. */
  private volatile @Nullable Matcher signs;

  private final List<String> words = new ArrayList<>();

  private final int[] links;

  /** By word: the further links in which it counts. */
  private final Map<Integer, List<Integer>> also = new HashMap<>();

  AtlasWords(Atlas atlas) {
    List<Integer> linkOf = new ArrayList<>();
    Set<String> keywords = new HashSet<>();
    for (int i = 0; i < atlas.links().size(); i++) {
      for (String word : atlas.links().get(i).keywords()) {
        keywords.add(word);
        words.add(word);
        linkOf.add(i);
      }
    }
    for (Link link : atlas.links()) {
      for (String word : link.exclusions()) {
        if (keywords.add(word)) { // a word excluded here may be the keyword of another link
          words.add(word);
          linkOf.add(NONE);
        }
      }
    }
    matcher = Matcher.of(words);
    links = linkOf.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < atlas.links().size(); i++) {
      for (String word : atlas.links().get(i).also()) {
        also.computeIfAbsent(words.indexOf(word), x -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Made when it is first asked for: who tags items and not scopes has no use for it. */
  private Matcher signs() {
    Matcher made = signs;
    if (made == null) {
      List<String> branches = Attributes.completedTo(matcher);
      List<String> all = new ArrayList<>(words);
      all.addAll(branches);
      made = branches.isEmpty() ? matcher : Matcher.of(all);
      signs = made; // two threads may make it twice, and either is right
    }
    return made;
  }

  /** Told of each word that counts, from left to right, without overlap. */
  interface Taken {

    /**
     * @return whether the word takes its text; else words that begin within it may
     */
    boolean word(int link, int start, int end);
  }

  boolean mayStandIn(byte[] utf8, int from, int to) {
    return signs().hasHit(utf8, from, to);
  }

  /** Where words may end in a scope. */
  WordEnds endsIn(char[] text) {
    WordEnds ends = new WordEnds();
    signs().match(text, 0, text.length, ends);
    return ends;
  }

  /** From the left, the longest word wins, an exclusion as well as a keyword. */
  void take(char[] text, int from, int to, Taken taken) {
    Longest longest = new Longest(from, to - from);
    matcher.match(
        text, from, to, (word, end) -> longest.add(word, end - matcher.length(word), end));
    if (longest.words == null) {
      return;
    }
    for (int i = from; i < to; ) {
      int word = longest.words[i - from] - 1;
      int end = i + (word < 0 ? 1 : matcher.length(word));
      if (word < 0 || splitsLatin(text, from, to, i, end)) {
        i++;
        continue;
      }
      boolean takes = links[word] == NONE || taken.word(links[word], i, end);
      if (takes && links[word] != NONE) {
        for (int link : also.getOrDefault(word, List.of())) {
          taken.word(link, i, end);
        }
      }
      i = takes ? end : i + 1;
    }
  }

  /** By start: the longest word, plus one. */
  private static final class Longest {
    private final int from;
    private final int[] words;
    private final int[] ends;

    Longest(int from, int length) {
      this.from = from;
      this.words = new int[length];
      this.ends = new int[length];
    }

    void add(int word, int start, int end) {
      if (end > ends[start - from]) {
        ends[start - from] = end;
        words[start - from] = word + 1;
      }
    }
  }

  /** Whether a Latin word goes on beyond the match:「abs」is not part of「absolute」. */
  private static boolean splitsLatin(char[] text, int from, int to, int start, int end) {
    return start > from && isLatin(text[start - 1]) && isLatin(text[start])
        || end < to && isLatin(text[end - 1]) && isLatin(text[end]);
  }

  static boolean splitsLatin(String text, int start, int end) {
    return splitsLatin(text.toCharArray(), 0, text.length(), start, end);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
