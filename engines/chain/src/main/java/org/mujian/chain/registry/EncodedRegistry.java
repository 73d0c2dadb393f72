package org.mujian.chain.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.NameSays;
import org.mujian.chain.RegistryRefused;

/**
 * An encoded registry, mapped into memory segment by segment and checked as a whole when it is
 * opened: every check sum, every number's bounds. Immutable; any number of threads may read. The
 * file must not be written to while it is open, but for segments appended.
 */
public final class EncodedRegistry {

  private record Mapped(Segment head, ByteBuffer body) {}

  private final List<Mapped> segments;
  private final int items;
  private final int rows;
  private final BitSet replaced;

  private EncodedRegistry(List<Mapped> segments) {
    this.segments = segments;
    Segment last = segments.getLast().head;
    this.items = last.firstItem() + last.items();
    this.rows = last.firstRow() + last.rows();
    this.replaced = replaced();
  }

  /**
   * @throws RegistryRefused for a file that is no registry, is cut, or was changed in any bit
   */
  public static EncodedRegistry open(Path path) throws IOException {
    List<Mapped> segments = new ArrayList<>();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long at = 0;
      while (at < file.size()) {
        Mapped segment = map(path, file, at);
        check(path, segment, segments.isEmpty() ? null : segments.getLast().head);
        segments.add(segment);
        at += Segment.HEAD + segment.head.bodyLength();
      }
    }
    if (segments.isEmpty()) {
      throw new RegistryRefused(path, "文件是空的");
    }
    return new EncodedRegistry(segments);
  }

  private static Mapped map(Path path, FileChannel file, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Segment.HEAD);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {}
    String fault = Segment.faultOf(bytes.flip());
    if (fault != null) {
      throw new RegistryRefused(path, fault);
    }
    Segment head = Segment.of(bytes);
    long from = at + Segment.HEAD;
    if (head.hasNegative()) {
      throw new RegistryRefused(path, "段 " + head.number() + " 的长度为负");
    }
    if (head.bodyLength() > Math.min(Integer.MAX_VALUE, file.size() - from)) {
      throw new RegistryRefused(path, "文件在第 " + head.number() + " 段中被截断");
    }
    ByteBuffer body =
        file.map(FileChannel.MapMode.READ_ONLY, from, head.bodyLength())
            .order(ByteOrder.LITTLE_ENDIAN);
    return new Mapped(head, body);
  }

  private static void check(Path path, Mapped segment, @Nullable Segment before) {
    Segment head = segment.head;
    boolean follows =
        before == null
            ? head.number() == 0 && head.firstItem() == 0 && head.firstRow() == 0
            : head.number() == before.number() + 1
                && head.firstItem() == before.firstItem() + before.items()
                && head.firstRow() == before.firstRow() + before.rows();
    if (!follows) {
      throw new RegistryRefused(path, "第 " + head.number() + " 段不在它的位置上");
    }
    if (Segment.checkOf(segment.body.duplicate()) != head.bodyCheck()) {
      throw new RegistryRefused(path, "第 " + head.number() + " 段校验不符");
    }
    if (!isSound(segment)) {
      throw new RegistryRefused(path, "第 " + head.number() + " 段内容自相矛盾");
    }
  }

  /** Whether all numbers keep their bounds: a file may be wrong and have right check sums. */
  private static boolean isSound(Mapped segment) {
    Segment head = segment.head;
    ByteBuffer body = segment.body;
    if (!rises(body, head.itemEndsAt(), head.items(), head.textChars())
        || !rises(body, head.rowEndsAt(), head.rows(), head.places())) {
      return false;
    }
    for (int i = 0; i < head.items(); i++) {
      if (!Kinds.isKind(body.get((int) head.kindsAt() + i))) {
        return false;
      }
    }
    int known = head.firstItem() + head.items();
    for (int i = 0; i < head.places(); i++) {
      int item = body.getInt((int) head.placesAt() + 4 * i);
      if (item < 0 || item >= known) {
        return false;
      }
    }
    for (int row = 0; row < head.rows(); row++) {
      if (!Kinds.isName(body.get((int) head.namesAt() + row))
          || body.getShort((int) head.yearsAt() + 2 * row) < 0
          || !Enterprise.isDivision(body.getInt((int) head.divisionsAt() + 4 * row))
          || !Industry.isPacked(body.getInt((int) head.industriesAt() + 4 * row))) {
        return false;
      }
    }
    return hasSoundGrams(head, body);
  }

  private static boolean hasSoundGrams(Segment head, ByteBuffer body) {
    if (!rises(body, head.gramEndsAt(), head.grams(), head.gramItems())) {
      return false;
    }
    int at = (int) head.gramItemsAt();
    int from = 0;
    for (int gram = 0; gram < head.grams(); gram++) {
      int key = body.getInt((int) head.gramsAt() + 4 * gram);
      if (gram > 0 && key <= body.getInt((int) head.gramsAt() + 4 * (gram - 1))) {
        return false;
      }
      int to = body.getInt((int) head.gramEndsAt() + 4 * gram);
      int before = -1;
      for (int i = from; i < to; i++) {
        int item = body.getInt(at + 4 * i);
        if (item <= before || item >= head.items()) {
          return false;
        }
        before = item;
      }
      from = to;
    }
    return true;
  }

  private static boolean rises(ByteBuffer body, long at, int count, int last) {
    int before = 0;
    for (int i = 0; i < count; i++) {
      int end = body.getInt((int) at + 4 * i);
      if (end < before) {
        return false;
      }
      before = end;
    }
    return before == last;
  }

  /** Rows whose key comes again later. */
  private BitSet replaced() {
    BitSet old = new BitSet();
    int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, rows)) * 4)];
    byte[] key = new byte[Enterprise.KEY_BYTES];
    byte[] other = new byte[Enterprise.KEY_BYTES];
    for (Mapped it : segments) {
      for (int n = 0; n < it.head.rows(); n++) {
        it.body.get((int) it.head.keysAt() + n * key.length, key);
        int row = it.head.firstRow() + n;
        int at = Arrays.hashCode(key) * 0x9E3779B1 >>> 7 & (slots.length - 1);
        while (key[0] != 0 && slots[at] != 0 && !hasKey(slots[at] - 1, other, key)) {
          at = (at + 1) & (slots.length - 1);
        }
        if (key[0] != 0) {
          if (slots[at] != 0) {
            old.set(slots[at] - 1);
          }
          slots[at] = row + 1;
        }
      }
    }
    return old;
  }

  private boolean hasKey(int row, byte[] found, byte[] key) {
    Mapped it = segmentOfRow(row);
    it.body.get((int) it.head.keysAt() + (row - it.head.firstRow()) * key.length, found);
    return Arrays.equals(found, key);
  }

  public int segments() {
    return segments.size();
  }

  public int items() {
    return items;
  }

  /** All rows, replaced ones too. */
  public int rows() {
    return rows;
  }

  /** Whether a later row has the same key. */
  public boolean isReplaced(int row) {
    return replaced.get(row);
  }

  char[] text(int item) {
    Mapped it = segmentOfItem(item);
    int n = item - it.head.firstItem();
    int from = n == 0 ? 0 : it.body.getInt((int) it.head.itemEndsAt() + 4 * (n - 1));
    int to = it.body.getInt((int) it.head.itemEndsAt() + 4 * n);
    char[] text = new char[to - from];
    int at = (int) it.head.textsAt() + 2 * from;
    for (int i = 0; i < text.length; i++) {
      text[i] = it.body.getChar(at + 2 * i);
    }
    return text;
  }

  /**
   * Items side by side in one segment.
   *
   * @param texts of all of them, one behind the other
   * @param ends where each ends in it
   */
  record Batch(int first, char[] texts, int[] ends, byte[] kinds) {
    int start(int i) {
      return i == 0 ? 0 : ends[i - 1];
    }
  }

  /** All items in batches of at most {@code most}, as (first, how many). */
  List<int[]> batches(int most) {
    List<int[]> batches = new ArrayList<>();
    for (Mapped it : segments) {
      for (int n = 0; n < it.head.items(); n += most) {
        batches.add(new int[] {it.head.firstItem() + n, Math.min(most, it.head.items() - n)});
      }
    }
    return batches;
  }

  Batch batch(int first, int count) {
    Mapped it = segmentOfItem(first);
    int n = first - it.head.firstItem();
    int from = n == 0 ? 0 : it.body.getInt((int) it.head.itemEndsAt() + 4 * (n - 1));
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      ends[i] = it.body.getInt((int) it.head.itemEndsAt() + 4 * (n + i)) - from;
    }
    char[] texts = new char[ends[count - 1]];
    it.body
        .slice((int) it.head.textsAt() + 2 * from, 2 * texts.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer()
        .get(texts);
    byte[] kinds = new byte[count];
    it.body.get((int) it.head.kindsAt() + n, kinds);
    return new Batch(first, texts, ends, kinds);
  }

  /**
   * The items that may hold one of the words, as bits; null when it is no dearer to look through
   * all: for a word of one character, or when the words stand in very many.
   *
   * @param words folded
   */
  long @Nullable [] mayHold(Collection<String> words) {
    long[] marked = new long[(items >> 6) + 1];
    long marks = 0;
    for (String word : words) {
      if (word.length() < 2) {
        return null;
      }
      for (Mapped it : segments) {
        marks += mark(it, word, marked);
      }
      if (marks > items / 2) {
        return null;
      }
    }
    return marked;
  }

  /** Marks the items of the word's rarest pair of characters. */
  private static int mark(Mapped it, String word, long[] marked) {
    Segment head = it.head;
    int from = 0;
    int to = Integer.MAX_VALUE;
    for (int i = 1; i < word.length(); i++) {
      int gram = find(it, Grams.key(word.charAt(i - 1), word.charAt(i)));
      if (gram < 0) {
        return 0;
      }
      int start = gram == 0 ? 0 : it.body.getInt((int) head.gramEndsAt() + 4 * (gram - 1));
      int end = it.body.getInt((int) head.gramEndsAt() + 4 * gram);
      if (end - start < to - from) {
        from = start;
        to = end;
      }
    }
    for (int i = from; i < to; i++) {
      int item = head.firstItem() + it.body.getInt((int) head.gramItemsAt() + 4 * i);
      marked[item >> 6] |= 1L << item;
    }
    return to - from;
  }

  private static int find(Mapped it, int key) {
    int low = 0;
    int high = it.head.grams() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = it.body.getInt((int) it.head.gramsAt() + 4 * middle);
      if (there == key) {
        return middle;
      }
      if (there < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  byte kind(int item) {
    Mapped it = segmentOfItem(item);
    return it.body.get((int) it.head.kindsAt() + item - it.head.firstItem());
  }

  private Mapped segmentOfItem(int item) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).head.firstItem() <= item) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments.get(low);
  }

  private Mapped segmentOfRow(int row) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).head.firstRow() <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments.get(low);
  }

  public String key(int row) {
    Mapped it = segmentOfRow(row);
    byte[] key = new byte[Enterprise.KEY_BYTES];
    it.body.get((int) it.head.keysAt() + (row - it.head.firstRow()) * key.length, key);
    int length = 0;
    while (length < key.length && key[length] != 0) {
      length++;
    }
    return new String(key, 0, length, StandardCharsets.US_ASCII);
  }

  /** Told of each row that is not replaced. */
  @FunctionalInterface
  public interface Rows {
    void row(int row, int division, int year, long yuan);
  }

  /** All rows that are not replaced. */
  public void rows(Rows rows) {
    for (int segment = 0; segment < segments.size(); segment++) {
      read(
          segment,
          (row, places, from, to) ->
              rows.row(row.number(), row.division(), row.year(), row.yuan()));
    }
  }

  /** Hands over the rows of a segment that are not replaced. */
  void read(int segment, RowReader reader) {
    read(segment, reader, replaced);
  }

  /** Hands over the rows of a segment, replaced ones too. */
  void readAll(int segment, RowReader reader) {
    read(segment, reader, new BitSet());
  }

  private static final int ROWS_AT_ONCE = 1 << 10;

  private void read(int segment, RowReader reader, BitSet without) {
    Mapped it = segments.get(segment);
    Segment head = it.head;
    RowAt row = new RowAt(it);
    int[] ends = new int[ROWS_AT_ONCE];
    int[] places = new int[0];
    int from = 0;
    for (int first = 0; first < head.rows(); first += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, head.rows() - first);
      ints(it.body, head.rowEndsAt() + 4L * first, ends, count);
      int some = ends[count - 1] - from;
      places = places.length < some ? new int[2 * some] : places;
      ints(it.body, head.placesAt() + 4L * from, places, some);
      int at = 0;
      for (int n = 0; n < count; n++) {
        int end = ends[n] - from;
        row.n = first + n;
        if (!without.get(row.number())) {
          reader.row(row, places, at, end);
        }
        at = end;
      }
      from = ends[count - 1];
    }
  }

  private static void ints(ByteBuffer body, long at, int[] to, int count) {
    body.slice((int) at, 4 * count).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(to, 0, count);
  }

  /** Told of each row. */
  interface RowReader {

    /**
     * @param row until the next is told
     * @param places the numbers of its items, from {@code from} to {@code to}; those of the first
     *     phrase come first
     */
    void row(RowAt row, int[] places, int from, int to);
  }

  /** What a row holds beside its items, read when it is asked for: most rows have no tag. */
  static final class RowAt {
    private final Mapped it;
    private int n;

    private RowAt(Mapped it) {
      this.it = it;
    }

    int number() {
      return it.head.firstRow() + n;
    }

    NameSays name() {
      return Kinds.name(it.body.get((int) it.head.namesAt() + n));
    }

    int division() {
      return it.body.getInt((int) it.head.divisionsAt() + 4 * n);
    }

    int year() {
      return it.body.getShort((int) it.head.yearsAt() + 2 * n);
    }

    long yuan() {
      return it.body.getLong((int) it.head.capitalsAt() + 8 * n);
    }

    /** Packed ({@link Industry}). */
    int industry() {
      return it.body.getInt((int) it.head.industriesAt() + 4 * n);
    }

    /** How many of its items stand in its first phrase. */
    int leading() {
      return it.body.getChar((int) it.head.leadingAt() + 2 * n);
    }
  }
}
