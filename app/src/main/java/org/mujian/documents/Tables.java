package org.mujian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens a file by what it is, not by what it is called. */
final class Tables {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

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
    if (begins(start, ZIP)) {
      return new XlsxTable(file);
    }
    return begins(start, OLE2) ? new XlsTable(file) : new CsvTable(file);
  }

  private static boolean begins(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }
}
