package org.mujian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once into nothing, counting, before anything believes what it says of itself:
 * a few kilobytes can hold gigabytes.
 */
final class WorkbookGuard {

  private static final long MB = 1024 * 1024;
  private static final long LARGEST_PART = 1200 * MB;
  private static final long LARGEST_IN_MEMORY = 200 * MB;
  private static final long LARGEST = 1500 * MB;
  private static final long SUSPICIOUS = 30 * MB;
  private static final long RATIO = 150;
  private static final int MOST_PARTS = 2_000;
  private static final byte[] ROW = {'<', 'r', 'o', 'w'};

  private long unpacked;
  private long rows;

  private WorkbookGuard() {}

  /**
   * @return how many rows the largest sheet has
   * @throws FileRefused when it is no workbook, or would not stay within bounds
   */
  static long check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw new FileRefused("binary-workbook");
      }
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new FileRefused("no-workbook");
      }
      WorkbookGuard guard = new WorkbookGuard();
      if (zip.size() > MOST_PARTS) {
        throw new FileRefused("zip-bomb");
      }
      for (ZipEntry part : Collections.list(zip.entries())) {
        guard.unpack(zip, part, Files.size(file));
      }
      return guard.rows;
    } catch (IOException e) {
      throw new FileRefused("broken-workbook");
    }
  }

  private void unpack(ZipFile zip, ZipEntry part, long packed) throws IOException {
    String name = part.getName();
    boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    long limit = sheet ? LARGEST_PART : LARGEST_IN_MEMORY;
    long size = 0;
    long found = 0;
    int matched = 0;
    byte[] buffer = new byte[65536];
    try (InputStream in = zip.getInputStream(part)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        unpacked += n;
        boolean bomb = unpacked > SUSPICIOUS && unpacked / RATIO > packed;
        if (bomb || size > limit || unpacked > LARGEST) {
          throw new FileRefused("zip-bomb");
        }
        for (int i = 0; sheet && i < n; i++) {
          matched = buffer[i] == ROW[matched] ? matched + 1 : buffer[i] == '<' ? 1 : 0;
          if (matched == ROW.length) {
            found++;
            matched = 0;
          }
        }
      }
    }
    rows = Math.max(rows, found);
  }
}
