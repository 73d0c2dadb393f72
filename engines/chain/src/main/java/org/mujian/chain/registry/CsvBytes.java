package org.mujian.chain.registry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for the bytes that mean something in CSV, eight at a time. */
final class CsvBytes {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Quote, comma and the ends of lines all lie below it; letters, digits and Chinese do not. */
  private static final int ABOVE = ',' + 1;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private CsvBytes() {}

  /** The place of the first byte from 0 to {@code ','}, or {@code to}. */
  static int firstLow(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long eight = (long) EIGHT.get(bytes, at);
      long low = eight - ONES * ABOVE & ~eight & HIGHS;
      if (low != 0) {
        // A borrow may mark bytes above a low one, never below: the first mark is right.
        return at + (Long.numberOfTrailingZeros(low) >>> 3);
      }
      at += 8;
    }
    while (at < to && (bytes[at] < 0 || bytes[at] >= ABOVE)) {
      at++;
    }
    return at;
  }
}
