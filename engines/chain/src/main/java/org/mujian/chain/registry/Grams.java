package org.mujian.chain.registry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mujian.chain.Attributes;

/**
 * Which items of a segment hold which pair of characters: so that a word is looked up and not
 * searched for. Built while a segment is written.
 *
 * @param keys the pairs, first character in the higher half, in rising order
 * @param ends where each pair's items end in {@code items}
 * @param items numbers within the segment, in rising order for each pair
 */
record Grams(int[] keys, int[] ends, int[] items) {

  static int key(char first, char second) {
    return first << 16 | second;
  }

  /** Of the items from {@code from} to the table's end; a branch of machines goes on in 设备. */
  static Grams of(ItemTable table, int from) {
    long[] pairs = new long[1 << 10];
    int count = 0;
    char[] texts = table.texts();
    String tail = Attributes.HEAD;
    for (int item = from; item < table.size(); item++) {
      int start = table.start(item);
      int end = table.end(item);
      int more = Kinds.ofMachines(table.kind(item)) ? tail.length() : 0;
      if (count + end - start + more > pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * (count + end - start + more));
      }
      for (int i = start + 1; i < end + more; i++) {
        char first = i - 1 < end ? texts[i - 1] : tail.charAt(i - 1 - end);
        char second = i < end ? texts[i] : tail.charAt(i - end);
        pairs[count++] = (long) key(first, second) << 32 | item - from;
      }
    }
    Arrays.sort(pairs, 0, count);
    return of(pairs, count);
  }

  private static Grams of(long[] sorted, int count) {
    int[] keys = new int[count];
    int[] ends = new int[count];
    int[] items = new int[count];
    int keyCount = 0;
    int itemCount = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        continue;
      }
      int key = (int) (sorted[i] >> 32);
      if (keyCount == 0 || keys[keyCount - 1] != key) {
        keys[keyCount++] = key;
      }
      items[itemCount++] = (int) sorted[i];
      ends[keyCount - 1] = itemCount;
    }
    return new Grams(
        Arrays.copyOf(keys, keyCount),
        Arrays.copyOf(ends, keyCount),
        Arrays.copyOf(items, itemCount));
  }

  void put(ByteBuffer body) {
    for (int[] column : new int[][] {keys, ends, items}) {
      body.asIntBuffer().put(column);
      body.position(body.position() + 4 * column.length);
    }
  }
}
