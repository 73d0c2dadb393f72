package org.mujian.identity;

import java.util.Locale;

/** How a username is written: without spaces, in lower case, 2 to 64 characters. */
final class Username {

  private static final int LONGEST = 64;

  private Username() {}

  /**
   * As it is looked up. What is longer than any username is cut, with a sign that no username has,
   * so that it is counted and refused like an unknown one and never fills a table.
   */
  static String normal(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + " ";
  }

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  static String check(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    if (!name.matches("[\\p{L}\\p{N}._@-]{2," + LONGEST + "}")) {
      throw new IllegalArgumentException("用户名为 2 至 64 个字母、数字、汉字或 . _ @ -，不能有空格");
    }
    return name;
  }
}
