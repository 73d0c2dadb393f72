package org.mujian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file by what it is, not by what it is called. */
final class Tables {

  private Tables() {}

  /**
   * @throws FileRefused when it is no list that can be read
   */
  static Table open(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (start.length == 0) {
      throw new FileRefused("empty");
    }
    return new CsvTable(file);
  }
}
