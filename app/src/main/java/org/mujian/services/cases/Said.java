package org.mujian.services.cases;

/** Text that a person typed, trimmed and of a fit length. */
public final class Said {

  private Said() {}

  /**
   * @throws ServiceRefused with {@code otherwise} when nothing was said, or when it is too long
   */
  public static String some(String words, int longest, String otherwise) {
    String said = words.strip();
    if (said.isEmpty()) {
      throw new ServiceRefused(otherwise);
    }
    if (said.length() > longest) {
      throw new ServiceRefused(
          "“" + said.substring(0, 20) + "…”最多 " + longest + " 字，现有 " + said.length() + " 字");
    }
    return said;
  }
}
