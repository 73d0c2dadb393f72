package org.mujian.chain.registry;

import java.util.Arrays;

/**
 * Items by text and kind, each numbered once: an open-addressed table over one array of characters.
 * Not safe for several threads.
 */
final class ItemTable {

  private char[] texts;
  private int[] ends;
  private byte[] kinds;
  private int[] slots;
  private int size;

  /**
   * @param room for so many at first, a power of two
   */
  ItemTable(int room) {
    texts = new char[16 * room];
    ends = new int[room];
    kinds = new byte[room];
    slots = new int[4 * room];
  }

  int size() {
    return size;
  }

  int start(int item) {
    return item == 0 ? 0 : ends[item - 1];
  }

  int end(int item) {
    return ends[item];
  }

  byte kind(int item) {
    return kinds[item];
  }

  char[] texts() {
    return texts;
  }

  /** The item's number, a new one if it is new. */
  int number(char[] text, int from, int to, byte kind) {
    int at = slot(text, from, to, kind);
    if (slots[at] != 0) {
      return slots[at] - 1;
    }
    add(text, from, to, kind);
    slots[at] = size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private int slot(char[] text, int from, int to, byte kind) {
    int at = hash(text, from, to, kind) & (slots.length - 1);
    while (slots[at] != 0 && !isEqual(slots[at] - 1, text, from, to, kind)) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private static int hash(char[] text, int from, int to, byte kind) {
    int hash = kind;
    for (int i = from; i < to; i++) {
      hash = hash * 0x01000193 ^ text[i];
    }
    return hash ^ hash >>> 15;
  }

  private boolean isEqual(int item, char[] text, int from, int to, byte kind) {
    return kinds[item] == kind && Arrays.equals(texts, start(item), ends[item], text, from, to);
  }

  private void add(char[] text, int from, int to, byte kind) {
    int start = size == 0 ? 0 : ends[size - 1];
    int length = to - from;
    if (start + (long) length > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("More than two thousand million characters of items");
    }
    if (start + length > texts.length) {
      texts = Arrays.copyOf(texts, (int) Math.min(Integer.MAX_VALUE - 16, 2L * (start + length)));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    for (int i = 0; i < length; i++) {
      texts[start + i] = text[from + i];
    }
    ends[size] = start + length;
    kinds[size++] = kind;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int item = 0; item < size; item++) {
      int at = hash(texts, start(item), ends[item], kinds[item]) & (slots.length - 1);
      while (slots[at] != 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = item + 1;
    }
  }
}
