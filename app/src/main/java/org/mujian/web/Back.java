package org.mujian.web;

/** An address to return to: of this program, never of another site. */
public final class Back {

  private Back() {}

  public static String to(String address) {
    boolean ours =
        address.startsWith("/")
            && !address.startsWith("//")
            && !address.contains("\\")
            && address.chars().noneMatch(Character::isISOControl);
    return ours ? address : "/";
  }
}
