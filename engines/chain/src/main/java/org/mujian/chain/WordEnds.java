package org.mujian.chain;

import java.util.Arrays;

/** Where words end in a text, in rising order. */
final class WordEnds implements Matcher.Hits {

  private int[] ends = new int[8];
  private int size;

  @Override
  public void hit(int word, int end) {
    if (size > 0 && ends[size - 1] == end) {
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = end;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether one ends from {@code from}, exclusive, to {@code to}. */
  boolean hasWithin(int from, int to) {
    int at = Arrays.binarySearch(ends, 0, size, from + 1);
    at = at < 0 ? -at - 1 : at;
    return at < size && ends[at] <= to;
  }
}
