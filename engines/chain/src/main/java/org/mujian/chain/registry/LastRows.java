package org.mujian.chain.registry;

/**
 * The last row of each credit code: 18 digits and capitals in two numbers, an open-addressed table.
 * Not safe for several threads.
 */
final class LastRows {

  private long[] highs = new long[1 << 12];
  private long[] lows = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;

  /** Rows come in rising order; those without a key are never replaced. */
  void put(String key, int row) {
    if (key.isEmpty()) {
      return;
    }
    if (size * 2 > rows.length) {
      grow();
    }
    long high = packed(key, 0, 9);
    long low = packed(key, 9, key.length());
    int at = slot(high, low);
    size += rows[at] == 0 ? 1 : 0;
    highs[at] = high;
    lows[at] = low;
    rows[at] = row + 1;
  }

  boolean isReplaced(String key, int row) {
    return !key.isEmpty() && rows[slot(packed(key, 0, 9), packed(key, 9, key.length()))] != row + 1;
  }

  /** Seven bits a character: keys are ASCII, and at most nine a half. */
  private static long packed(String key, int from, int to) {
    long packed = 1;
    for (int i = from; i < to; i++) {
      packed = packed << 7 | key.charAt(i);
    }
    return packed;
  }

  private int slot(long high, long low) {
    long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xD6E8FEB86659FD93L;
    int at = (int) (mixed >>> 33) & (rows.length - 1);
    while (rows[at] != 0 && (highs[at] != high || lows[at] != low)) {
      at = (at + 1) & (rows.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    int[] oldRows = rows;
    highs = new long[oldRows.length * 2];
    lows = new long[oldRows.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int at = slot(oldHighs[i], oldLows[i]);
        highs[at] = oldHighs[i];
        lows[at] = oldLows[i];
        rows[at] = oldRows[i];
      }
    }
  }
}
