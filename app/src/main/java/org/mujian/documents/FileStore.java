package org.mujian.documents;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files as hashed chunks, and lends them out as files on disk. */
@Component
class FileStore {

  static final long LARGEST = 200L * 1024 * 1024;
  private static final int CHUNK = 1024 * 1024;
  private static final String PREFIX = "import-";

  private final JdbcClient jdbc;
  private final Path loans;

  FileStore(JdbcClient jdbc, @Value("${mujian.data}") Path data) {
    this.jdbc = jdbc;
    this.loans = data.resolve("tmp");
  }

  /** Something whose bytes can be read more than once. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Stores the bytes, unless the zone has the same already.
   *
   * @throws FileRefused when it is empty or too large
   */
  @Transactional
  StoredFile store(long zone, String name, Source source) throws IOException {
    MessageDigest whole = sha256();
    long size = 0;
    try (InputStream in = source.open()) {
      byte[] buffer = new byte[65536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        whole.update(buffer, 0, n);
        size += n;
        if (size > LARGEST) {
          throw new FileRefused("too-large", LARGEST / 1024 / 1024);
        }
      }
    }
    if (size == 0) {
      throw new FileRefused("empty");
    }
    byte[] sha256 = whole.digest();
    Optional<StoredFile> known = find(zone, sha256);
    return known.isPresent() ? known.get() : insert(zone, name, size, sha256, source);
  }

  private Optional<StoredFile> find(long zone, byte[] sha256) {
    return jdbc.sql("SELECT * FROM file WHERE zone_id = ? AND sha256 = ?")
        .params(zone, sha256)
        .query(StoredFile.class)
        .optional();
  }

  private StoredFile insert(long zone, String name, long size, byte[] sha256, Source source)
      throws IOException {
    Optional<StoredFile> made =
        jdbc.sql(
                """
                INSERT INTO file (zone_id, name, size, sha256, account_id) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (zone_id, sha256) DO NOTHING RETURNING *
                """)
            .params(zone, name, size, sha256, Scope.current().accountId())
            .query(StoredFile.class)
            .optional();
    if (made.isEmpty()) {
      return find(zone, sha256).orElseThrow();
    }
    try (InputStream in = source.open()) {
      int number = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        jdbc.sql(
                """
                INSERT INTO file_chunk (zone_id, file_id, number, sha256, content)
                VALUES (?, ?, ?, ?, ?)
                """)
            .params(zone, made.get().id(), number++, sha256().digest(chunk), chunk)
            .update();
      }
    }
    return made.get();
  }

  private record Chunk(byte[] sha256, byte[] content) {}

  /** A file on disk with the stored bytes; whoever borrows it deletes it. */
  @Transactional(readOnly = true)
  Path lend(long zone, long id) throws IOException {
    Files.createDirectories(loans);
    Path loan = Files.createTempFile(loans, PREFIX, "");
    try (OutputStream out = Files.newOutputStream(loan)) {
      for (int number = 0; ; number++) {
        Optional<Chunk> chunk =
            jdbc.sql(
                    """
                    SELECT sha256, content FROM file_chunk
                    WHERE zone_id = ? AND file_id = ? AND number = ?
                    """)
                .params(zone, id, number)
                .query(Chunk.class)
                .optional();
        if (chunk.isEmpty()) {
          return loan;
        }
        if (!Arrays.equals(sha256().digest(chunk.get().content()), chunk.get().sha256())) {
          throw new FileRefused("damaged", number);
        }
        out.write(chunk.get().content());
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(loan);
      throw e;
    }
  }

  /**
   * A killed program could not give its loans back. Done before any worker runs, which borrows anew
   * for the job that was killed.
   */
  @PostConstruct
  void deleteLeftLoans() throws IOException {
    if (!Files.isDirectory(loans)) {
      return;
    }
    try (var left = Files.newDirectoryStream(loans, PREFIX + "*")) {
      for (Path loan : left) {
        Files.deleteIfExists(loan);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
