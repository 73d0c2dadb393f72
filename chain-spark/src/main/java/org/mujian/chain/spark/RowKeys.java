package org.mujian.chain.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.registry.LastRows;
import org.mujian.chain.registry.RowKey;
import scala.Tuple2;

/**
 * Credit codes with the numbers of their rows, as plain numbers: what travels is 24 bytes a row.
 */
final class RowKeys implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int EACH = 3;

  private long[] numbers = new long[EACH << 8];
  private int size;

  void add(@Nullable RowKey key, long row) {
    if (key != null) {
      add(key.high(), key.low(), row);
    }
  }

  private void add(long high, long low, long row) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = high;
    numbers[size++] = low;
    numbers[size++] = row;
  }

  /** The same with all rows numbered from another first one. */
  RowKeys from(long first) {
    RowKeys moved = new RowKeys();
    moved.numbers = Arrays.copyOf(numbers, size);
    moved.size = size;
    for (int i = EACH - 1; i < size; i += EACH) {
      moved.numbers[i] += first;
    }
    return moved;
  }

  /** The rows whose code comes again in a later one, in rising order. */
  static long[] replaced(JavaRDD<RowKeys> keys, int parts) {
    List<long[]> found =
        keys.flatMapToPair(some -> some.divided(parts).iterator())
            .groupByKey(parts)
            .map(group -> replaced(group._2()))
            .collect();
    return found.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  private List<Tuple2<Integer, RowKeys>> divided(int parts) {
    List<Tuple2<Integer, RowKeys>> divided = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      divided.add(new Tuple2<>(part, new RowKeys()));
    }
    for (int i = 0; i < size; i += EACH) {
      long mixed = (numbers[i] * 0x9E3779B97F4A7C15L ^ numbers[i + 1]) * 0xD6E8FEB86659FD93L;
      divided
          .get((int) Long.remainderUnsigned(mixed >>> 32, parts))
          ._2()
          .add(numbers[i], numbers[i + 1], numbers[i + 2]);
    }
    divided.forEach(it -> it._2().trim());
    return divided;
  }

  private void trim() {
    numbers = Arrays.copyOf(numbers, size);
  }

  private static long[] replaced(Iterable<RowKeys> groups) {
    LastRows last = new LastRows();
    List<Long> replaced = new ArrayList<>();
    for (RowKeys keys : groups) {
      for (int i = 0; i < keys.size; i += EACH) {
        long earlier = last.put(keys.numbers[i], keys.numbers[i + 1], keys.numbers[i + 2]);
        if (earlier >= 0) {
          replaced.add(earlier);
        }
      }
    }
    return replaced.stream().mapToLong(Long::longValue).toArray();
  }
}
