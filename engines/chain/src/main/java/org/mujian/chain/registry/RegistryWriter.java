package org.mujian.chain.registry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mujian.chain.RegistryRefused;

/**
 * Writes an encoded registry, segment by segment. What was added since the last full segment is
 * written by {@link #close()}; until then the file holds whole segments only. One thread at a time.
 */
public final class RegistryWriter implements Closeable {

  /** So that a segment stays far below what one mapping can hold. */
  private static final int ROWS_A_SEGMENT = 1 << 18;

  private static final int WAITING = 1 << 10;

  private final FileChannel file;
  private final ItemTable items;
  private final int rowsASegment;
  private int segment;
  private int writtenItems;
  private int writtenRows;
  private RowColumns rows = new RowColumns();
  private ReadRows waiting = new ReadRows();

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
    return new RegistryWriter(file, new ItemTable(1 << 12), rowsASegment);
  }

  /**
   * Goes on behind what the file holds.
   *
   * @throws RegistryRefused when the file is damaged
   */
  public static RegistryWriter append(Path path) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(path);
    ItemTable items = new ItemTable(1 << 12);
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
    waiting.add(enterprise);
    if (waiting.rows().size() == WAITING) {
      addWaiting();
    }
  }

  private void addWaiting() throws IOException {
    ReadRows read = waiting;
    waiting = new ReadRows();
    take(read);
  }

  /** Adds rows that were read elsewhere: the file is the same as when each is added by itself. */
  void add(ReadRows read) throws IOException {
    addWaiting();
    take(read);
  }

  private void take(ReadRows read) throws IOException {
    int[] numbers = new int[read.items().size()];
    for (int row = 0; row < read.rows().size(); row++) {
      rows.copy(read.rows(), row, item -> number(read.items(), item, numbers));
      if (rows.size() == rowsASegment) {
        flush();
      }
    }
  }

  /**
   * @param numbers known so far, plus one
   */
  private int number(ItemTable from, int item, int[] numbers) {
    if (numbers[item] == 0) {
      numbers[item] =
          1 + items.number(from.texts(), from.start(item), from.end(item), from.kind(item));
    }
    return numbers[item] - 1;
  }

  private void flush() throws IOException {
    int chars = items.size() == 0 ? 0 : items.end(items.size() - 1);
    int before = writtenItems == 0 ? 0 : items.end(writtenItems - 1);
    Grams grams = Grams.of(items, writtenItems);
    Segment head =
        new Segment(
            segment,
            writtenItems,
            items.size() - writtenItems,
            writtenRows,
            rows.size(),
            rows.places(),
            chars - before,
            grams.keys().length,
            grams.items().length,
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
    body.position(body.position() + 2 * (chars - before));
    grams.put(body);
    body.flip();
    write(head.withCheck(Segment.checkOf(body.duplicate())).head());
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
      addWaiting();
      if (rows.size() > 0 || segment == 0) {
        flush();
      }
      file.force(true);
    }
  }
}
