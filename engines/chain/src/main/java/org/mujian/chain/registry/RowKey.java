package org.mujian.chain.registry;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A credit code in two numbers: nine characters each, seven bits a character, nothing lost.
 *
 * @param high the first nine
 */
public record RowKey(long high, long low) implements Serializable {

  private static final int HALF = Enterprise.KEY_BYTES / 2;

  /** Null for what is not 18 digits and capitals. */
  static @Nullable RowKey of(byte[] bytes, int from, int to) {
    if (to - from != Enterprise.KEY_BYTES) {
      return null;
    }
    long high = half(bytes, from);
    long low = half(bytes, from + HALF);
    return high < 0 || low < 0 ? null : new RowKey(high, low);
  }

  /** Null for what is not 18 digits and capitals. */
  public static @Nullable RowKey of(String code) {
    return code.length() != Enterprise.KEY_BYTES
        ? null
        : of(code.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, Enterprise.KEY_BYTES);
  }

  /** As it was given. */
  public String code() {
    char[] code = new char[2 * HALF];
    for (int i = 0; i < HALF; i++) {
      code[HALF - 1 - i] = (char) (high >>> 7 * i & 0x7F);
      code[2 * HALF - 1 - i] = (char) (low >>> 7 * i & 0x7F);
    }
    return new String(code);
  }

  private static long half(byte[] bytes, int from) {
    long packed = 0;
    for (int i = from; i < from + HALF; i++) {
      byte c = bytes[i];
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return -1;
      }
      packed = packed << 7 | c;
    }
    return packed;
  }
}
