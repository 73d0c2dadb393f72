package org.mujian.chain;

import java.util.Arrays;
import java.util.List;

/**
 * Builds a {@link Matcher}: numbers the characters that words use, sorts the words, and lays the
 * tree of their beginnings into the double array breadth first, so that the states met most lie
 * close together.
 */
final class MatcherBuilder {

  private static final char UNMATCHABLE = '\uFFFD';
  private static final int MOST_TRIES = 50_000;

  private final List<String> words;
  private final char[] symbols = new char[1 << 16];
  private final char[][] keys;
  private final Integer[] order;
  private final int[] nextWords;
  private final int symbolCount;

  private int[] states = new int[1 << 12];

  /** Links the free slots; slot 0 is the root, and no state. */
  private int[] nextFree;

  private int[] previousFree;
  private int capacity;
  private int highest;
  private int lastTried;
  private int[] roots;

  MatcherBuilder(List<String> words) {
    this.words = words;
    this.keys = new char[words.size()][];
    this.nextWords = new int[words.size() + 1];
    this.order = new Integer[words.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = checked(words.get(i)).toCharArray();
      order[i] = i;
    }
    symbolCount = number();
    for (char[] key : keys) {
      for (int i = 0; i < key.length; i++) {
        key[i] = symbols[key[i]];
      }
    }
    foldInto(symbols);
    Arrays.sort(order, (a, b) -> Arrays.compare(keys[a], keys[b]));
    this.roots = new int[symbolCount + 1];
    this.nextFree = new int[0];
    this.previousFree = new int[0];
  }

  private static String checked(String word) {
    String folded = Folding.fold(word);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException("An empty word would be found everywhere");
    }
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < folded.length() && Character.isLowSurrogate(folded.charAt(i + 1))
              : !Character.isLowSurrogate(c)
                  || i > 0 && Character.isHighSurrogate(folded.charAt(i - 1));
      if (!paired || c == UNMATCHABLE) {
        throw new IllegalArgumentException(
            "The word “"
                + word
                + "” has a character that no text holds: U+"
                + Integer.toHexString(c));
      }
    }
    return folded;
  }

  /** The more words use a character, the smaller its number: the array stays short. */
  private int number() {
    int[] uses = new int[symbols.length];
    for (char[] key : keys) {
      for (char c : key) {
        uses[c]++;
      }
    }
    int[] used =
        java.util.stream.IntStream.range(0, uses.length).filter(c -> uses[c] > 0).toArray();
    Integer[] sorted = Arrays.stream(used).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, (a, b) -> Integer.compare(uses[b], uses[a]));
    for (int i = 0; i < sorted.length; i++) {
      symbols[sorted[i]] = (char) (i + 1);
    }
    return sorted.length;
  }

  /** What folds to a character shares its symbol. */
  private static void foldInto(char[] symbols) {
    for (int c = 0; c < symbols.length; c++) {
      char folded = Folding.fold((char) c);
      if (folded != c) {
        symbols[c] = symbols[folded];
      }
    }
  }

  Matcher build() {
    grow(Math.max(1024, symbolCount * 3));
    lay();
    int[] used = Arrays.copyOf(states, (Math.max(highest, symbolCount) + symbolCount + 2) << 2);
    int[] lengths = words.stream().mapToInt(String::length).toArray();
    WordStarts starts =
        new WordStarts(symbols, roots, used, nextWords, lengths, hasEquals(), beginnings());
    return new Matcher(symbols, roots, used, nextWords, lengths, starts);
  }

  private boolean hasEquals() {
    for (int i = 1; i < order.length; i++) {
      if (Arrays.equals(keys[order[i - 1]], keys[order[i]])) {
        return true;
      }
    }
    return false;
  }

  private int[] beginnings() {
    return Arrays.stream(keys)
        .mapToInt(key -> key[0] << 16 | (key.length > 1 ? key[1] : 0))
        .distinct()
        .toArray();
  }

  /** A state yet to be given children: those words of {@code order} that begin with its own. */
  private record Range(int state, int from, int to, int depth) {}

  private void lay() {
    java.util.ArrayDeque<Range> queue = new java.util.ArrayDeque<>();
    int[] sym = new int[symbolCount];
    int[] starts = new int[symbolCount + 1];
    queue.add(new Range(0, 0, order.length, 0));
    while (!queue.isEmpty()) {
      Range range = queue.remove();
      int from = endWordsHere(range);
      int count = 0;
      for (int i = from; i < range.to; i++) {
        int symbol = keys[order[i]][range.depth];
        if (count == 0 || sym[count - 1] != symbol) {
          sym[count] = symbol;
          starts[count++] = i;
        }
      }
      starts[count] = range.to;
      if (count == 0) {
        continue;
      }
      int base = freeBase(sym, count);
      if (range.state != 0) {
        states[range.state << 2] = base;
      }
      for (int i = 0; i < count; i++) {
        int child = base + sym[i];
        take(child);
        if (range.state == 0) {
          roots[sym[i]] = child;
          states[(child << 2) + 1] = -1; // reached from the root's own table alone
        } else {
          states[(child << 2) + 1] = range.state;
          states[(child << 2) + 2] = fail(range.state, sym[i]);
        }
        queue.add(new Range(child, starts[i], starts[i + 1], range.depth + 1));
      }
    }
  }

  /** Hangs the words that end in this state before those of its longest proper ending. */
  private int endWordsHere(Range range) {
    int first = range.state == 0 ? 0 : Math.abs(states[(states[(range.state << 2) + 2] << 2) + 3]);
    int i = range.from;
    while (i < range.to && keys[order[i]].length == range.depth) {
      i++;
    }
    for (int last = i - 1; last >= range.from; last--) {
      int word = order[last] + 1;
      nextWords[word] = first;
      first = word;
    }
    if (range.state != 0) {
      states[(range.state << 2) + 3] = i > range.from ? -first : first;
    }
    return i;
  }

  private int fail(int parent, int symbol) {
    int state = states[(parent << 2) + 2];
    while (state != 0) {
      int next = states[state << 2] + symbol;
      if (next < capacity && states[(next << 2) + 1] == state) {
        return next;
      }
      state = states[(state << 2) + 2];
    }
    return roots[symbol];
  }

  /**
   * Where all children find free slots. A single child takes the first free one. Several are tried
   * on from where the last search ended, round and round; after many tries they go behind all that
   * is taken, and single ones fill what they leave.
   */
  private int freeBase(int[] sym, int count) {
    if (count == 1 && nextFree[0] - sym[0] + symbolCount < capacity && nextFree[0] != 0) {
      return nextFree[0] - sym[0];
    }
    int slot = lastTried != 0 && isFree(lastTried) ? lastTried : nextFree[0];
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int base = slot - sym[0];
      if (slot == 0 || base + symbolCount >= capacity) {
        slot = nextFree[0];
        base = slot - sym[0];
        if (slot == 0 || base + symbolCount >= capacity) {
          break;
        }
      }
      int i = 1;
      while (i < count && isFree(base + sym[i])) {
        i++;
      }
      if (i == count) {
        lastTried = nextFree[slot];
        return base;
      }
      slot = nextFree[slot];
    }
    lastTried = slot;
    int base = Math.max(highest, symbolCount) + 1 - sym[0];
    while (base + symbolCount >= capacity) {
      grow(capacity * 2);
    }
    return base;
  }

  private boolean isFree(int slot) {
    return previousFree[slot] >= 0;
  }

  private void take(int slot) {
    int next = nextFree[slot];
    int previous = previousFree[slot];
    nextFree[previous] = next;
    previousFree[next] = previous;
    previousFree[slot] = -1;
    highest = Math.max(highest, slot);
  }

  /** The free list is a ring through slot 0, kept in order of slots. */
  private void grow(int to) {
    int from = capacity;
    states = Arrays.copyOf(states, to << 2);
    nextFree = Arrays.copyOf(nextFree, to);
    previousFree = Arrays.copyOf(previousFree, to);
    int last = from == 0 ? 0 : previousFree[0];
    for (int slot = from; slot < to; slot++) {
      states[(slot << 2) + 1] = -2;
      if (slot > symbolCount) { // so that no base is negative
        nextFree[last] = slot;
        previousFree[slot] = last;
        last = slot;
      }
    }
    nextFree[last] = 0;
    previousFree[0] = last;
    capacity = to;
  }
}
