package org.mujian.chain.registry;

/**
 * The last row of each credit code ({@link RowKey}): an open-addressed table. Not safe for several
 * threads.
 */
public final class LastRows {

  private long[] highs = new long[1 << 12];
  private long[] lows = new long[1 << 12];

  /** Plus one; 0 where there is none. */
  private long[] rows = new long[1 << 12];

  private int size;

  /**
   * @return the earlier of two rows of this code; -1 when it is the first
   */
  public long put(long high, long low, long row) {
    if (size * 2 > rows.length) {
      grow();
    }
    int at = slot(high, low);
    long other = rows[at] - 1;
    size += other < 0 ? 1 : 0;
    highs[at] = high;
    lows[at] = low;
    rows[at] = Math.max(other, row) + 1;
    return Math.min(other, row);
  }

  boolean isReplaced(RowKey key, long row) {
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
    long[] oldRows = rows;
    highs = new long[oldRows.length * 2];
    lows = new long[oldRows.length * 2];
    rows = new long[oldRows.length * 2];
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
