package org.mujian.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that rooms keep as evidence or papers, in the file store; small ones, read as a whole. */
@Component
public class KeptFiles {

  private final FileStore store;

  KeptFiles(FileStore store) {
    this.store = store;
  }

  /**
   * Keeps the bytes in the caller's transaction; the same bytes are kept once per zone.
   *
   * @return the file's id
   */
  @Transactional
  public long keep(long zone, String name, byte[] content) {
    try {
      return store.store(zone, name, () -> new ByteArrayInputStream(content)).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes, each chunk checked against its hash. */
  @Transactional(readOnly = true)
  public byte[] read(long zone, long id) {
    try {
      Path loan = store.lend(zone, id);
      try {
        return Files.readAllBytes(loan);
      } finally {
        Files.delete(loan);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
