package org.mujian.chain.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.mujian.chain.NameSays;

/** The rows of the segment being written, by column. */
final class RowColumns {

  private static final int MOST_LEADING = 0xFFFF;

  private int size;
  private int placeCount;
  private int[] ends = new int[64];
  private int[] placed = new int[512];
  private char[] leading = new char[64];
  private byte[] names = new byte[64];
  private int[] divisions = new int[64];
  private short[] years = new short[64];
  private long[] capitals = new long[64];
  private int[] industries = new int[64];
  private byte[] keys = new byte[64 * Enterprise.KEY_BYTES];

  int size() {
    return size;
  }

  int places() {
    return placeCount;
  }

  void begin(Enterprise enterprise, NameSays name) {
    if (size == ends.length) {
      grow(size * 2);
    }
    names[size] = Kinds.of(name);
    divisions[size] = enterprise.division();
    years[size] = (short) enterprise.year();
    capitals[size] = enterprise.yuan();
    industries[size] = Industry.pack(enterprise.industry());
    byte[] key = enterprise.key().getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < key.length; i++) {
      keys[size * Enterprise.KEY_BYTES + i] = key[i];
    }
    ends[size++] = placeCount;
  }

  /** A further place of the row last begun. */
  void place(int item, boolean isLeading) {
    if (placeCount == placed.length) {
      placed = Arrays.copyOf(placed, placeCount * 2);
    }
    placed[placeCount++] = item;
    ends[size - 1] = placeCount;
    if (isLeading && leading[size - 1] < MOST_LEADING) {
      leading[size - 1]++;
    }
  }

  /** A further row as another has it, its items numbered anew. */
  void copy(RowColumns from, int row, IntUnaryOperator number) {
    if (size == ends.length) {
      grow(size * 2);
    }
    names[size] = from.names[row];
    divisions[size] = from.divisions[row];
    years[size] = from.years[row];
    capitals[size] = from.capitals[row];
    industries[size] = from.industries[row];
    leading[size] = from.leading[row];
    System.arraycopy(
        from.keys,
        row * Enterprise.KEY_BYTES,
        keys,
        size * Enterprise.KEY_BYTES,
        Enterprise.KEY_BYTES);
    size++;
    for (int i = row == 0 ? 0 : from.ends[row - 1]; i < from.ends[row]; i++) {
      place(number.applyAsInt(from.placed[i]), false);
    }
    ends[size - 1] = placeCount;
  }

  interface Place {
    void of(int item, boolean leading);
  }

  void places(int row, Place each) {
    int from = row == 0 ? 0 : ends[row - 1];
    for (int i = from; i < ends[row]; i++) {
      each.of(placed[i], i - from < leading[row]);
    }
  }

  private void grow(int to) {
    ends = Arrays.copyOf(ends, to);
    leading = Arrays.copyOf(leading, to);
    names = Arrays.copyOf(names, to);
    divisions = Arrays.copyOf(divisions, to);
    years = Arrays.copyOf(years, to);
    capitals = Arrays.copyOf(capitals, to);
    industries = Arrays.copyOf(industries, to);
    keys = Arrays.copyOf(keys, to * Enterprise.KEY_BYTES);
  }

  /** In the order that {@link Segment} gives. */
  void put(ByteBuffer body) {
    for (int row = 0; row < size; row++) {
      body.putInt(ends[row]);
    }
    for (int place = 0; place < placeCount; place++) {
      body.putInt(placed[place]);
    }
    for (int row = 0; row < size; row++) {
      body.putChar(leading[row]);
    }
    body.put(names, 0, size);
    for (int row = 0; row < size; row++) {
      body.putInt(divisions[row]);
    }
    for (int row = 0; row < size; row++) {
      body.putShort(years[row]);
    }
    for (int row = 0; row < size; row++) {
      body.putLong(capitals[row]);
    }
    for (int row = 0; row < size; row++) {
      body.putInt(industries[row]);
    }
    body.put(keys, 0, size * Enterprise.KEY_BYTES);
  }
}
