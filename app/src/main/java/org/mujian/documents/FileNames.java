package org.mujian.documents;

import org.jspecify.annotations.Nullable;

/** Names of files that came from outside: no path, no control characters, not too long. */
final class FileNames {

  private static final int LONGEST = 120;

  private FileNames() {}

  static String of(@Nullable String given) {
    String name = given == null ? "" : given;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{Cntrl}", "").strip();
    if (name.isEmpty()) {
      return "file";
    }
    return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
  }
}
