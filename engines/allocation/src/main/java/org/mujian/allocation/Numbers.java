package org.mujian.allocation;

/**
 * The numbers of an instance file, one after another, with their lines. What the standard files
 * have in common: whole numbers apart by blanks, line ends without meaning.
 */
public final class Numbers {

  private static final int LONGEST = 18;

  private final String text;
  private int at;
  private int line = 1;

  public Numbers(String text) {
    this.text = text;
  }

  public int line() {
    return line;
  }

  /** Whether only blanks are left. */
  public boolean isAtEnd() {
    skipBlanks();
    return at >= text.length();
  }

  /** How many words stand in the first line that has any. */
  public static int wordsInFirstLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.strip().split("\\s+").length)
        .orElse(0);
  }

  /**
   * @param what stands here, for the message
   */
  public long next(String what, long least, long most) {
    String word = word(what);
    if (word.length() > LONGEST || !word.matches("-?\\d+")) {
      throw new InstanceRefused(
          line,
          what + " 应为整数，却是“" + shorten(word) + "”。请核对文件格式",
          what + " must be a whole number, found '" + shorten(word) + "'; check the file's format");
    }
    long value = Long.parseLong(word);
    if (value < least || value > most) {
      throw new InstanceRefused(
          line,
          what + " = " + value + "，应在 " + least + " 到 " + most + " 之间。请改正这个数",
          what + " = " + value + " is not within " + least + " to " + most + "; correct it");
    }
    return value;
  }

  /** A number that is read and not used, whole or not. */
  public void skip(String what) {
    String word = word(what);
    if (!word.matches("-?\\d+([.]\\d*)?([eE][-+]?\\d+)?")) {
      throw new InstanceRefused(
          line,
          what + " 应为数，却是“" + shorten(word) + "”。请核对文件格式",
          what + " must be a number, found '" + shorten(word) + "'; check the file's format");
    }
  }

  /** Refuses what follows the instance. */
  public void end() {
    if (!isAtEnd()) {
      throw new InstanceRefused(
          line,
          "实例到此应结束，后面还有“" + shorten(word("")) + "”。请核对开头的个数",
          "the instance should end here, more follows; check the counts at its head");
    }
  }

  private String word(String what) {
    skipBlanks();
    if (at >= text.length()) {
      throw new InstanceRefused(
          line,
          "文件在这里中断，缺 " + what + "。请重新取得完整的文件",
          "the file ends where " + what + " should stand; get the whole file again");
    }
    int from = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      if (text.charAt(at) == '\n') {
        line++;
      }
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\uFEFF';
  }

  private static String shorten(String word) {
    return word.length() <= 20 ? word : word.substring(0, 20) + "…";
  }
}
