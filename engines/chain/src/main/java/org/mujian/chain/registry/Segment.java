package org.mujian.chain.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The shape of one segment. All numbers are little-endian. Head: magic, version, number, first
 * item, items, first row, rows, places, characters of text, pairs, items of pairs, check sum of the
 * body, check sum of the head. Body, in this order: ends of the items' texts, kinds of items, ends
 * of the rows' places, the places (numbers of items over all segments), how many of a row's places
 * belong to its first phrase, names' words, divisions, years, capitals, industries, keys, texts in
 * UTF-16 (two bytes a Chinese character, and nothing is lost), pairs of characters, ends of their
 * items, those items ({@link Grams}).
 *
 * @param number from 0, so that a segment out of its place is noticed
 */
record Segment(
    int number,
    int firstItem,
    int items,
    int firstRow,
    int rows,
    int places,
    int textChars,
    int grams,
    int gramItems,
    int bodyCheck) {

  static final int HEAD = 64;
  private static final long MAGIC = 0x3152_4E41_494A_554DL; // "MUJIANR1"
  private static final int VERSION = 2;
  private static final int UNUSED = HEAD - 8 - 11 * 4 - 4;

  long itemEndsAt() {
    return 0;
  }

  long kindsAt() {
    return 4L * items;
  }

  long rowEndsAt() {
    return kindsAt() + items;
  }

  long placesAt() {
    return rowEndsAt() + 4L * rows;
  }

  long leadingAt() {
    return placesAt() + 4L * places;
  }

  long namesAt() {
    return leadingAt() + 2L * rows;
  }

  long divisionsAt() {
    return namesAt() + rows;
  }

  long yearsAt() {
    return divisionsAt() + 4L * rows;
  }

  long capitalsAt() {
    return yearsAt() + 2L * rows;
  }

  long industriesAt() {
    return capitalsAt() + 8L * rows;
  }

  long keysAt() {
    return industriesAt() + 4L * rows;
  }

  long textsAt() {
    return keysAt() + (long) Enterprise.KEY_BYTES * rows;
  }

  long gramsAt() {
    return textsAt() + 2L * textChars;
  }

  long gramEndsAt() {
    return gramsAt() + 4L * grams;
  }

  long gramItemsAt() {
    return gramEndsAt() + 4L * grams;
  }

  long bodyLength() {
    return gramItemsAt() + 4L * gramItems;
  }

  boolean hasNegative() {
    return (items | rows | places | textChars | grams | gramItems) < 0;
  }

  Segment withCheck(int check) {
    return new Segment(
        number, firstItem, items, firstRow, rows, places, textChars, grams, gramItems, check);
  }

  ByteBuffer head() {
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(MAGIC).putInt(VERSION).putInt(number).putInt(firstItem).putInt(items);
    head.putInt(firstRow).putInt(rows).putInt(places).putInt(textChars);
    head.putInt(grams).putInt(gramItems).putInt(bodyCheck);
    head.position(head.position() + UNUSED);
    head.putInt(checkOf(head.duplicate().position(0).limit(HEAD - 4)));
    return head.flip();
  }

  /**
   * @return why this is no head of a segment, or null when it is
   */
  static @org.jspecify.annotations.Nullable String faultOf(ByteBuffer head) {
    ByteBuffer it = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (it.remaining() < HEAD) {
      return "文件不完整";
    }
    if (it.getLong(0) != MAGIC) {
      return "不是母舰的登记库文件";
    }
    if (it.getInt(HEAD - 4) != checkOf(it.duplicate().position(0).limit(HEAD - 4))) {
      return "段首校验不符";
    }
    return it.getInt(8) == VERSION ? null : "版本 " + it.getInt(8) + " 不是本程序认识的 " + VERSION;
  }

  static Segment of(ByteBuffer head) {
    ByteBuffer it = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(12);
    return new Segment(
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt(),
        it.getInt());
  }

  static int checkOf(ByteBuffer bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes);
    return (int) check.getValue();
  }
}
