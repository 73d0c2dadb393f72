package org.mujian.chain.registry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mujian.chain.Folding;
import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;
import org.mujian.chain.RegistryRefused;

/**
 * Writes an encoded registry, segment by segment. What was added since the last full segment is
 * written by {@link #close()}; until then the file holds whole segments only. One thread at a time.
 */
public final class RegistryWriter implements Closeable {

  /** So that a segment stays far below what one mapping can hold. */
  private static final int ROWS_A_SEGMENT = 1 << 18;

  private final FileChannel file;
  private final ItemTable items;
  private final int rowsASegment;
  private int segment;
  private int writtenItems;
  private int writtenRows;
  private RowColumns rows = new RowColumns();
  private char[] text = new char[256];

  private RegistryWriter(FileChannel file, ItemTable items, int rowsASegment) {
    this.file = file;
    this.items = items;
    this.rowsASegment = rowsASegment;
  }

  /** A new file in the place of any other. */
  public static RegistryWriter create(Path path) throws IOException {
    return create(path, ROWS_A_SEGMENT);
  }

  static RegistryWriter create(Path path, int rowsASegment) throws IOException {
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new RegistryWriter(file, new ItemTable(), rowsASegment);
  }

  /**
   * Goes on behind what the file holds.
   *
   * @throws RegistryRefused when the file is damaged
   */
  public static RegistryWriter append(Path path) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(path);
    ItemTable items = new ItemTable();
    char[] text = new char[0];
    for (int item = 0; item < registry.items(); item++) {
      text = registry.text(item);
      items.number(text, 0, text.length, registry.kind(item));
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    file.position(file.size());
    RegistryWriter writer = new RegistryWriter(file, items, ROWS_A_SEGMENT);
    writer.segment = registry.segments();
    writer.writtenItems = items.size();
    writer.writtenRows = registry.rows();
    return writer;
  }

  public void add(Enterprise enterprise) throws IOException {
    Reading reading = Reading.of(enterprise.scope());
    rows.begin(enterprise, NameSays.of(enterprise.name()));
    for (Reading.Item item : reading.items()) {
      int length = packed(reading.text(), item);
      if (length > 0) {
        rows.place(items.number(text, 0, length, Kinds.of(item)), item.leading());
      }
    }
    if (rows.size() == rowsASegment) {
      flush();
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

  private void flush() throws IOException {
    int chars = items.size() == 0 ? 0 : items.end(items.size() - 1);
    int before = writtenItems == 0 ? 0 : items.end(writtenItems - 1);
    Segment head =
        new Segment(
            segment,
            writtenItems,
            items.size() - writtenItems,
            writtenRows,
            rows.size(),
            rows.places(),
            chars - before,
            0);
    ByteBuffer body =
        ByteBuffer.allocate(Math.toIntExact(head.bodyLength())).order(ByteOrder.LITTLE_ENDIAN);
    for (int item = writtenItems; item < items.size(); item++) {
      body.putInt(items.end(item) - before);
    }
    for (int item = writtenItems; item < items.size(); item++) {
      body.put(items.kind(item));
    }
    rows.put(body);
    body.asCharBuffer().put(items.texts(), before, chars - before);
    body.position(body.position() + 2 * (chars - before)).flip();
    Segment whole =
        new Segment(
            head.number(),
            head.firstItem(),
            head.items(),
            head.firstRow(),
            head.rows(),
            head.places(),
            head.textChars(),
            Segment.checkOf(body.duplicate()));
    write(whole.head());
    write(body);
    segment++;
    writtenItems = items.size();
    writtenRows += rows.size();
    rows = new RowColumns();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (rows.size() > 0 || segment == 0) {
        flush();
      }
      file.force(true);
    }
  }
}
