package org.mujian.chain;

import java.util.List;

/**
 * Finds all words of a list in a text, overlapping ones too, in one pass: the automaton of Aho and
 * Corasick (CACM 18/6, 1975) in a double array (Aoe, 1989), read straight from UTF-8 bytes.
 *
 * <p>A step is a UTF-16 unit and not a byte: three bytes of a Chinese character are put together by
 * two shifts, and one table then folds it ({@link Folding}) and tells its number among the
 * characters that words use at all. So a character costs one step, what no word uses ends every
 * match at once, and differently written texts match alike without being rewritten.
 *
 * <p>Bytes that are no UTF-8 end every match and are otherwise stepped over one by one. Immutable;
 * any number of threads may match at once.
 */
public final class Matcher {

  /** Told of each hit, in the order of its end; at one end the longest word first. */
  @FunctionalInterface
  public interface Hits {
    /**
     * @param word its place in the list
     * @param end where it ends in the text: in bytes or in UTF-16 units, as the text was given
     */
    void hit(int word, int end);
  }

  private final char[] symbols;
  private final int[] roots;

  /**
   * Four numbers a state: base, check, fail, first word (negative when the whole state is one, and
   * not only its ending). One state lies in one cache line.
   */
  private final int[] states;

  /** By word + 1: the next word that ends where this one does, plus one; 0 for none. */
  private final int[] nextWords;

  private final int[] lengths;
  private final WordStarts starts;

  Matcher(
      char[] symbols,
      int[] roots,
      int[] states,
      int[] nextWords,
      int[] lengths,
      WordStarts starts) {
    this.symbols = symbols;
    this.roots = roots;
    this.states = states;
    this.nextWords = nextWords;
    this.lengths = lengths;
    this.starts = starts;
  }

  /**
   * @param words folded on the way in; equal ones are each told
   * @throws IllegalArgumentException for an empty word or one with a lone surrogate
   */
  public static Matcher of(List<String> words) {
    return new MatcherBuilder(words).build();
  }

  /** How many UTF-16 units a word has. */
  public int length(int word) {
    return lengths[word];
  }

  public int size() {
    return lengths.length;
  }

  public void match(CharSequence text, Hits hits) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, symbols[text.charAt(i)]);
      for (int word = Math.abs(states[(state << 2) + 3]); word != 0; word = nextWords[word]) {
        hits.hit(word - 1, i + 1);
      }
    }
  }

  public void match(char[] text, int from, int to, Hits hits) {
    int state = 0;
    for (int i = from; i < to; i++) {
      state = step(state, symbols[text[i]]);
      for (int word = Math.abs(states[(state << 2) + 3]); word != 0; word = nextWords[word]) {
        hits.hit(word - 1, i + 1);
      }
    }
  }

  /** As bytes, and told in another order: the shorter words of the whole text first. */
  public void match(byte[] utf8, int from, int to, Hits hits) {
    starts.match(utf8, from, to, hits);
  }

  /** Whether any word stands in the text: stops at the first. */
  public boolean hasHit(CharSequence text) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, symbols[text.charAt(i)]);
      if (states[(state << 2) + 3] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word stands in the text: stops at the first. */
  public boolean hasHit(byte[] utf8, int from, int to) {
    final char[] symbols = this.symbols;
    final int[] states = this.states;
    int state = 0;
    int i = from;
    while (i < to) {
      int b = utf8[i++];
      char symbol;
      if (b >= 0) {
        symbol = symbols[b];
      } else if ((b & 0xF0) == 0xE0 && to - i >= 2) {
        int second = utf8[i] ^ 0xFFFFFF80;
        int third = utf8[i + 1] ^ 0xFFFFFF80;
        int c = (b & 0x0F) << 12 | second << 6 | third;
        if (((second | third) & ~0x3F) == 0 && c >= 0x800 && (c & 0xF800) != 0xD800) {
          i += 2;
          symbol = symbols[c];
        } else {
          symbol = 0;
        }
      } else {
        int decoded = Utf8.other(utf8, i - 1, to);
        int length = decoded >>> 24;
        int c = decoded & 0xFFFFFF;
        i += length - 1;
        if (c > 0xFFFF) {
          state = step(state, symbols[Character.highSurrogate(c)]);
          symbol = symbols[Character.lowSurrogate(c)];
        } else {
          symbol = symbols[c];
        }
      }
      if (symbol == 0) {
        state = 0;
        continue;
      }
      state = step(state, symbol);
      int word = states[(state << 2) + 3];
      if (word != 0) {
        return true;
      }
    }
    return false;
  }

  private int step(int from, int symbol) {
    if (symbol == 0) {
      return 0;
    }
    int state = from;
    while (state != 0) {
      int at = state << 2;
      int next = states[at] + symbol;
      if (states[(next << 2) + 1] == state) {
        return next;
      }
      state = states[at + 2];
    }
    return roots[symbol];
  }
}
