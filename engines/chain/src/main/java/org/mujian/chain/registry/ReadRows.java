package org.mujian.chain.registry;

import org.mujian.chain.Folding;
import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;

/**
 * Rows read into items, numbered among themselves: what one thread makes of a part of a register.
 */
final class ReadRows {

  private final ItemTable items = new ItemTable(1 << 6);
  private final RowColumns rows = new RowColumns();
  private char[] text = new char[256];

  ItemTable items() {
    return items;
  }

  RowColumns rows() {
    return rows;
  }

  void add(Enterprise enterprise) {
    Reading reading = Reading.of(enterprise.scope());
    rows.begin(enterprise, NameSays.of(enterprise.name()));
    for (Reading.Item item : reading.items()) {
      int length = packed(reading.text(), item);
      if (length > 0) {
        rows.place(items.number(text, 0, length, Kinds.of(item)), item.leading());
      }
    }
  }

  /** Without blanks at its ends, and what is silent once: what differs only so is one item. */
  private int packed(char[] scope, Reading.Item item) {
    int from = item.start();
    int to = item.end();
    while (from < to && isBlank(scope[from])) {
      from++;
    }
    while (to > from && isBlank(scope[to - 1])) {
      to--;
    }
    if (text.length < to - from) {
      text = new char[to - from];
    }
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean again =
          scope[i] == Folding.SILENT && length > 0 && text[length - 1] == Folding.SILENT;
      if (!again) {
        text[length++] = scope[i];
      }
    }
    return length;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == Folding.SILENT;
  }
}
