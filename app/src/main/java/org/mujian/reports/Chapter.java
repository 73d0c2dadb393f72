package org.mujian.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room writes: paragraphs and tables, each number with where it comes from. */
public final class Chapter {

  /** Where a number stands in a sentence. */
  private static final String HERE = "{}";

  private final List<Block> blocks = new ArrayList<>();

  /**
   * A stretch of text or a number.
   *
   * @param quoted null for plain text
   */
  record Piece(String text, @Nullable Quoted quoted) {

    static Piece of(String text) {
      return new Piece(text, null);
    }
  }

  /**
   * A paragraph, a table, or what is missing.
   *
   * @param kind {@code text}, {@code table} or {@code nothing}
   * @param rows one row of one cell for a paragraph
   * @param widths of the columns in millimetres, together at most 156
   */
  record Block(
      String kind, List<String> headers, List<Integer> widths, List<List<List<Piece>>> rows) {}

  /**
   * A paragraph; {@code {}} in the words stands for the numbers in turn.
   *
   * @throws IllegalArgumentException when there are more places than numbers or fewer
   */
  public Chapter say(String words, Quoted... numbers) {
    blocks.add(
        new Block("text", List.of(), List.of(), List.of(List.of(pieces(words, List.of(numbers))))));
    return this;
  }

  /** The room has no rows to write of: why, and what to do. */
  public Chapter nothing(String why, String now) {
    blocks.add(
        new Block(
            "nothing",
            List.of(),
            List.of(),
            List.of(List.of(List.of(Piece.of(why + "。" + now + "。"))))));
    return this;
  }

  /**
   * A table; a cell is a text or a {@link Quoted}.
   *
   * @param widths in millimetres, together at most 156
   */
  public Chapter table(List<String> headers, List<Integer> widths, List<List<Object>> rows) {
    blocks.add(
        new Block(
            "table",
            headers,
            widths,
            rows.stream().map(row -> row.stream().map(Chapter::cell).toList()).toList()));
    return this;
  }

  private static List<Piece> cell(Object cell) {
    return cell instanceof Quoted quoted
        ? List.of(new Piece("", quoted))
        : List.of(Piece.of(String.valueOf(cell)));
  }

  private static List<Piece> pieces(String words, List<Quoted> numbers) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (Quoted number : numbers) {
      int at = words.indexOf(HERE, from);
      if (at < 0) {
        throw new IllegalArgumentException("A number without a place in: " + words);
      }
      pieces.add(Piece.of(words.substring(from, at)));
      pieces.add(new Piece("", number));
      from = at + HERE.length();
    }
    if (words.indexOf(HERE, from) >= 0) {
      throw new IllegalArgumentException("A place without a number in: " + words);
    }
    pieces.add(Piece.of(words.substring(from)));
    return pieces;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
