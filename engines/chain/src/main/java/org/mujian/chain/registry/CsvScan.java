package org.mujian.chain.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stretch of a CSV file divides into records, looked through without knowing whether it
 * begins within quotes: for each state that it may begin in, where its first record begins and in
 * which state it ends. Stretches are looked through by as many threads or machines as there are;
 * {@link #parts} then walks over what they found and tells the parts, each of whole records. The
 * states are those of {@link CsvRows}.
 */
public final class CsvScan implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int RECORD = 0;
  private static final int FIELD = 1;
  private static final int PLAIN = 2;
  private static final int QUOTED = 3;
  private static final int CLOSING = 4;
  private static final int STATES = 5;

  private static final int OTHER = 0;
  private static final int QUOTE = 1;
  private static final int COMMA = 2;
  private static final int LINE = 3;
  private static final int KINDS = 4;

  /** The states that five possible beginnings have led to, as a number of five digits. */
  private static final int ALL = number(new int[] {RECORD, FIELD, PLAIN, QUOTED, CLOSING});

  private static final short[] NEXT = table();
  private static final byte[] KIND = kinds();

  private int now = ALL;
  private long length;
  private int lines;

  /** By state at the beginning: behind the end of the first record; -1 for none. */
  private final long[] firsts = {-1, -1, -1, -1, -1};

  private final int[] linesBefore = new int[STATES];
  private int missing = STATES;

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    kinds['"'] = QUOTE;
    kinds[','] = COMMA;
    kinds['\n'] = LINE;
    return kinds;
  }

  private static int next(int state, int kind) {
    return switch (state) {
      case QUOTED -> kind == QUOTE ? CLOSING : QUOTED;
      case CLOSING ->
          kind == QUOTE ? QUOTED : kind == COMMA ? FIELD : kind == LINE ? RECORD : PLAIN;
      default ->
          kind == COMMA
              ? FIELD
              : kind == LINE ? RECORD : kind == QUOTE && state != PLAIN ? QUOTED : PLAIN;
    };
  }

  private static int number(int[] states) {
    int number = 0;
    for (int i = STATES - 1; i >= 0; i--) {
      number = number * STATES + states[i];
    }
    return number;
  }

  private static int state(int number, int beginning) {
    int rest = number;
    for (int i = 0; i < beginning; i++) {
      rest /= STATES;
    }
    return rest % STATES;
  }

  private static short[] table() {
    int all = (int) Math.pow(STATES, STATES);
    short[] table = new short[all * KINDS];
    int[] states = new int[STATES];
    for (int number = 0; number < all; number++) {
      for (int kind = 0; kind < KINDS; kind++) {
        for (int i = 0; i < STATES; i++) {
          states[i] = next(state(number, i), kind);
        }
        table[number * KINDS + kind] = (short) number(states);
      }
    }
    return table;
  }

  private CsvScan() {}

  /** Looks through all that the stream still holds. */
  public static CsvScan of(InputStream in) throws IOException {
    CsvScan scan = new CsvScan();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      scan.read(buffer, read);
    }
    return scan;
  }

  private void read(byte[] bytes, int count) {
    int at = now;
    int i = 0;
    while (i < count) {
      int kind = KIND[bytes[i++] & 0xFF];
      if (kind == LINE) {
        lines++;
        if (missing > 0) {
          endRecords(at, length + i);
        }
      }
      at = NEXT[at * KINDS + kind];
      if (kind == OTHER) {
        i = CsvBytes.firstLow(bytes, i, count); // more of these lead nowhere else
      }
    }
    now = at;
    length += count;
  }

  private void endRecords(int before, long at) {
    for (int i = 0; i < STATES; i++) {
      if (firsts[i] < 0 && state(before, i) != QUOTED) {
        firsts[i] = at;
        linesBefore[i] = lines;
        missing--;
      }
    }
  }

  /**
   * A part of a file that holds whole records.
   *
   * @param line on which it begins, from 1
   */
  public record Part(long from, long to, int line) implements Serializable {}

  /**
   * @param scans of a file's stretches, one behind the other
   */
  public static List<Part> parts(List<CsvScan> scans) {
    List<long[]> starts = new ArrayList<>();
    int state = RECORD;
    long at = 0;
    int line = 1;
    for (CsvScan scan : scans) {
      long first = state == RECORD ? 0 : scan.firsts[state];
      if (first >= 0 && first < scan.length) {
        starts.add(new long[] {at + first, first == 0 ? line : line + scan.linesBefore[state]});
      }
      state = state(scan.now, state);
      at += scan.length;
      line += scan.lines;
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long to = i + 1 < starts.size() ? starts.get(i + 1)[0] : at;
      parts.add(new Part(starts.get(i)[0], to, (int) starts.get(i)[1]));
    }
    return parts;
  }
}
