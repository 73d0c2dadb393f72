package org.mujian.chain;

import java.util.Arrays;

/**
 * Finds words from bytes, not character by character through one state, but all beginnings of a
 * text side by side: first those two characters with which some word begins, then of these the ones
 * that go on, and so forth. A step of one beginning does not wait for the last step of another, and
 * what is taken or not is counted and not branched upon: so a processor waits neither for memory
 * nor for a wrong guess, which is what the automaton spends its time on.
 *
 * <p>The tree is the {@link Matcher}'s own; of its links between endings none is followed, as every
 * word is found from its own beginning. Immutable.
 */
final class WordStarts {

  private static final int MOST_BITS = 1 << 20;
  private static final int BITS_A_PAIR = 8;
  private static final int MIX = 0x9E3779B1;
  private static final int WORD_BITS = 20;
  private static final int STATE_BITS = 22;
  private static final int WORD = (1 << WORD_BITS) - 1;
  private static final int STATE = (1 << STATE_BITS) - 1;

  private final char[] symbols;
  private final int[] roots;

  /**
   * The tree, eight bytes a state: where its children lie (22 bits), its parent (22 bits), the word
   * that it is, plus one (20 bits). Half the automaton's size: what counts is how much of it stays
   * in the processor's own memory.
   */
  private final long[] nodes;

  private final int[] nextWords;
  private final int[] lengths;
  private final boolean singles;
  private final boolean equals;

  /** Of all pairs of characters that begin a word, by a hash: some others pass too. */
  private final long[] pairs;

  private final int shift;

  /** A thread's own arrays. */
  private static final class Room {
    char[] text = new char[1 << 10];
    int[] ends = new int[1 << 10];
    int[] places = new int[1 << 10];
    int[] at = new int[1 << 10];
    int[] words = new int[1 << 11];
    int[] wordEnds = new int[1 << 11];
    int hits;

    void forText(int most) {
      if (text.length <= most + 1) {
        text = new char[most + 2];
        ends = new int[most + 2];
        places = new int[most + 2];
        at = new int[most + 2];
      }
      hits = 0;
    }

    void forHits(int more) {
      if (hits + more > words.length) {
        words = Arrays.copyOf(words, 2 * (hits + more));
        wordEnds = Arrays.copyOf(wordEnds, 2 * (hits + more));
      }
    }
  }

  private static final ThreadLocal<Room> ROOM = ThreadLocal.withInitial(Room::new);

  /**
   * @param beginnings the first two symbols of each word, the first in the higher half; those of
   *     one symbol alone hold it there and 0 in the lower half
   */
  WordStarts(
      char[] symbols,
      int[] roots,
      int[] states,
      int[] nextWords,
      int[] lengths,
      boolean equals,
      int[] beginnings) {
    this.symbols = symbols;
    this.roots = roots;
    this.nodes = nodes(states, lengths.length);
    this.nextWords = nextWords;
    this.lengths = lengths;
    this.equals = equals;
    this.singles = Arrays.stream(beginnings).anyMatch(it -> (char) it == 0);
    int bits = 64;
    while (bits < MOST_BITS && bits < BITS_A_PAIR * beginnings.length) {
      bits *= 2;
    }
    pairs = new long[bits >> 6];
    shift = Integer.numberOfLeadingZeros(bits - 1);
    for (int it : beginnings) {
      int bit = bit(it >>> 16, it & 0xFFFF);
      pairs[bit >> 6] |= 1L << bit;
    }
  }

  private static long[] nodes(int[] states, int words) {
    int count = states.length >> 2;
    if (count > STATE || words >= WORD) {
      throw new IllegalArgumentException(
          "Too many words to be sought at once: %,d".formatted(words));
    }
    long[] nodes = new long[count];
    for (int i = 0; i < count; i++) {
      long base = states[i << 2];
      long parent = states[(i << 2) + 1] & STATE; // where there is none: more than any state
      int word = Math.max(0, -states[(i << 2) + 3]);
      nodes[i] = base << STATE_BITS + WORD_BITS | parent << WORD_BITS | word;
    }
    return nodes;
  }

  private int child(int state, int symbol) {
    return (int) (nodes[state] >>> STATE_BITS + WORD_BITS) + symbol;
  }

  /** 1 when a state is the child of another, else 0; without a branch. */
  private int isChild(int child, int of) {
    int other = (int) (nodes[child] >>> WORD_BITS) & STATE ^ of;
    return 1 + ((other | -other) >> 31);
  }

  private int bit(int first, int second) {
    return (first * MIX ^ second * 0x85EBCA6B) >>> shift;
  }

  void match(byte[] utf8, int from, int to, Matcher.Hits told) {
    Room room = ROOM.get();
    room.forText(to - from);
    int length = read(utf8, from, to, room.text, room.ends);
    room.text[length] = 0;
    if (singles) {
      singles(room, length);
    }
    int live = begin(room, length);
    for (int depth = 2; live > 0; depth++) {
      live = goOn(room, live, depth);
    }
    tell(room, told);
  }

  /** The text as symbols; where each ends. */
  private int read(byte[] utf8, int from, int to, char[] text, int[] ends) {
    final char[] symbols = this.symbols;
    int length = 0;
    int i = from;
    while (i < to) {
      int b = utf8[i];
      if ((b & 0xF0) == 0xE0 && to - i >= 3) {
        int second = utf8[i + 1] ^ 0xFFFFFF80;
        int third = utf8[i + 2] ^ 0xFFFFFF80;
        int c = (b & 0x0F) << 12 | second << 6 | third;
        if (((second | third) & ~0x3F) == 0 && c >= 0x800 && (c & 0xF800) != 0xD800) {
          i += 3;
          text[length] = symbols[c];
          ends[length++] = i;
          continue;
        }
      } else if (b >= 0) {
        i++;
        text[length] = symbols[b];
        ends[length++] = i;
        continue;
      }
      int decoded = Utf8.other(utf8, i, to);
      int c = decoded & 0xFFFFFF;
      i += decoded >>> 24;
      if (c > 0xFFFF) {
        text[length] = symbols[Character.highSurrogate(c)];
        ends[length++] = i;
        c = Character.lowSurrogate(c);
      }
      text[length] = symbols[c];
      ends[length++] = i;
    }
    return length;
  }

  private void singles(Room room, int length) {
    room.forHits(length);
    for (int i = 0; i < length; i++) {
      int word = (int) nodes[roots[room.text[i]]] & WORD;
      if (word > 0) {
        room.words[room.hits] = word;
        room.wordEnds[room.hits++] = room.ends[i];
      }
    }
  }

  private int begin(Room room, int length) {
    final char[] text = room.text;
    final int[] places = room.places;
    final int[] at = room.at;
    final long[] pairs = this.pairs;
    final int[] roots = this.roots;
    int maybe = 0;
    for (int i = 0; i < length; i++) {
      int bit = bit(text[i], text[i + 1]);
      places[maybe] = i;
      maybe += (int) (pairs[bit >> 6] >>> bit) & 1;
    }
    int live = 0;
    for (int i = 0; i < maybe; i++) {
      int place = places[i];
      int root = roots[text[place]];
      int next = child(root, text[place + 1]);
      places[live] = place;
      at[live] = next;
      live += isChild(next, root);
    }
    return live;
  }

  /** Notes the words that end here, and keeps the beginnings that go on. */
  private int goOn(Room room, int live, int depth) {
    room.forHits(live);
    final char[] text = room.text;
    final int[] places = room.places;
    final int[] at = room.at;
    final int[] words = room.words;
    final int[] wordEnds = room.wordEnds;
    final int[] ends = room.ends;
    int hits = room.hits;
    int on = 0;
    for (int i = 0; i < live; i++) {
      int state = at[i];
      int place = places[i];
      int word = (int) nodes[state] & WORD;
      words[hits] = word;
      wordEnds[hits] = ends[place + depth - 1];
      hits += -word >>> 31;
      int next = child(state, text[place + depth]);
      places[on] = place;
      at[on] = next;
      on += isChild(next, state);
    }
    room.hits = hits;
    return on;
  }

  private void tell(Room room, Matcher.Hits told) {
    for (int i = 0; i < room.hits; i++) {
      int word = room.words[i];
      int end = room.wordEnds[i];
      told.hit(word - 1, end);
      if (equals) {
        int length = lengths[word - 1];
        for (int next = nextWords[word];
            next != 0 && lengths[next - 1] == length;
            next = nextWords[next]) {
          told.hit(next - 1, end);
        }
      }
    }
  }
}
