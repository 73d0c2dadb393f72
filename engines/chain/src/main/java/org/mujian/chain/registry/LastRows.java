package org.mujian.chain.registry;

/**
 * The last row of each credit code ({@link RowKey}): an open-addressed table. Not safe for several
 * threads.
 */
final class LastRows {

  private long[] highs = new long[1 << 12];
  private long[] lows = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;

  /** Rows come in rising order. */
  void put(long high, long low, int row) {
    if (size * 2 > rows.length) {
      grow();
    }
    int at = slot(high, low);
    size += rows[at] == 0 ? 1 : 0;
    highs[at] = high;
    lows[at] = low;
    rows[at] = row + 1;
  }

  boolean isReplaced(RowKey key, int row) {
    return rows[slot(key.high(), key.low())] != row + 1;
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
