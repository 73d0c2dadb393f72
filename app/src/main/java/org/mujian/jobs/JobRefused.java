package org.mujian.jobs;

import java.util.Arrays;
import java.util.List;

/** The work cannot be done. The text of {@code key} says what, which value, what now. */
public final class JobRefused extends RuntimeException {

  private final String key;
  private final List<String> values;

  /**
   * @param key of a text
   * @param values its {@code {0}}, {@code {1}} …
   */
  public JobRefused(String key, Object... values) {
    super(key + " " + Arrays.toString(values));
    this.key = key;
    this.values = Arrays.stream(values).map(String::valueOf).toList();
  }

  String key() {
    return key;
  }

  List<String> values() {
    return values;
  }
}
