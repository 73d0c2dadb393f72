package org.mujian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** A backup that is read. Every complaint names the file. */
public final class BackupFile implements AutoCloseable {

  private static final int LONGEST_MANIFEST = 50_000_000;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * @throws BackupRefused when the file is absent, cut off, or no backup of this program
   */
  public static BackupFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BackupRefused("找不到备份文件 " + path, "there is no backup file " + path);
    }
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new BackupRefused(
          path + " 不是完整的母舰备份（可能被截断，或不是备份文件）：请重新拷贝，或用另一份备份",
          path
              + " is no whole backup of Mujian (cut off, or another kind of file): copy it again,"
              + " or use another");
    }
    try {
      return new BackupFile(path, zip, manifest(path, zip));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Manifest manifest(Path path, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
      throw foreign(path);
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      if (checksum.getValue() != entry.getCrc()) { // ZipFile does not look
        throw altered(path, Manifest.NAME);
      }
      manifest = Backup.JSON.readValue(bytes, Manifest.class);
    } catch (JacksonException e) {
      throw foreign(path);
    } catch (ZipException | java.io.EOFException e) {
      throw altered(path, Manifest.NAME);
    }
    if (!Manifest.FORMAT.equals(manifest.format())) {
      throw foreign(path);
    }
    if (manifest.formatVersion() > Manifest.FORMAT_VERSION) {
      throw new BackupRefused(
          path + " 由更新的母舰 " + manifest.program() + " 写成：请用该版本或更新的程序恢复",
          path
              + " was written by a newer Mujian "
              + manifest.program()
              + ": restore it with that version or a later one");
    }
    return manifest;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Reads everything once.
   *
   * @throws BackupRefused when a table is not what the manifest says
   */
  public void verify() throws IOException {
    for (Manifest.Table table : manifest.tables()) {
      try (Rows rows = rows(table)) {
        rows.transferTo(java.io.OutputStream.nullOutputStream());
        rows.requireWhole();
      }
    }
  }

  Rows rows(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw altered(path, table.entry());
    }
    return new Rows(table, zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A table's stream, which is counted and hashed as it is read. */
  final class Rows extends DigestInputStream {

    private final Manifest.Table table;
    private long lines;

    Rows(Manifest.Table table, InputStream in) {
      super(in, sha256());
      this.table = table;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) {
          if (bytes[i] == '\n') { // COPY's text format writes a line break in a value as \n
            lines++;
          }
        }
        return read;
      } catch (ZipException | java.io.EOFException e) {
        throw altered(path, table.entry());
      }
    }

    /** Once read to its end. */
    void requireWhole() {
      boolean same = HexFormat.of().formatHex(getMessageDigest().digest()).equals(table.sha256());
      if (!same || lines != table.rows()) {
        throw altered(path, table.entry());
      }
    }
  }

  private static BackupRefused foreign(Path path) {
    return new BackupRefused(path + " 不是母舰的备份文件", path + " is no backup of Mujian");
  }

  private static BackupRefused altered(Path path, String entry) {
    return new BackupRefused(
        path + " 已损坏或被改动（" + entry + "）：没有恢复任何数据，请用另一份备份",
        path
            + " is damaged or was altered ("
            + entry
            + "): nothing was restored, use another backup");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
