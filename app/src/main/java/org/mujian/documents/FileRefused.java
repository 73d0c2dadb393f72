package org.mujian.documents;

import java.util.Arrays;

/** A file that cannot be read. The text of {@code key} says what, which value, what now. */
final class FileRefused extends RuntimeException {

  private final String key;
  private final transient Object[] values;

  FileRefused(String key, Object... values) {
    super(key + " " + Arrays.toString(values));
    this.key = "import.refused." + key;
    this.values = values;
  }

  String key() {
    return key;
  }

  Object[] values() {
    return values;
  }
}
