package org.mujian.launch;

/**
 * One thing looked at before a start, or by {@code doctor}.
 *
 * @param holds false when the program must not start
 * @param chinese what was found and, when it does not hold, what to do
 */
public record Check(boolean holds, String chinese, String english) {

  static Check good(String chinese, String english) {
    return new Check(true, chinese, english);
  }

  static Check bad(String chinese, String english) {
    return new Check(false, chinese, english);
  }
}
