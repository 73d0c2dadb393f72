package org.mujian.identity;

import java.security.SecureRandom;

/** What a password must be, and how one is drawn. */
final class Passwords {

  private static final int SHORTEST = 10;
  // bcrypt reads no more than 72 bytes; what it would ignore is refused.
  private static final int LONGEST_BYTES = 72;
  // No letters that look alike: the first one is copied from a terminal by hand.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private Passwords() {}

  /**
   * @throws IllegalArgumentException saying what is wrong, never showing the password
   */
  static void check(String password, String username) {
    if (password.length() < SHORTEST) {
      throw new IllegalArgumentException("密码至少 " + SHORTEST + " 个字符");
    }
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new IllegalArgumentException("密码最长 " + LONGEST_BYTES + " 字节");
    }
    if (password.equalsIgnoreCase(username)) {
      throw new IllegalArgumentException("密码不能与用户名相同");
    }
  }

  static String draw() {
    SecureRandom random = new SecureRandom();
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return drawn.toString();
  }
}
