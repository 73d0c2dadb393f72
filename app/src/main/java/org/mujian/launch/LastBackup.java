package org.mujian.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mujian.store.PrivateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kept beside the data, so that {@code doctor} can say how old the last backup is.
 *
 * @param at ISO 8601
 */
public record LastBackup(String file, String at, long bytes) {

  private static final JsonMapper JSON = new JsonMapper();

  public static void note(Path data, LastBackup backup) throws IOException {
    if (Files.isDirectory(data)) {
      PrivateFile.write(file(data), JSON.writeValueAsString(backup));
    }
  }

  public static Optional<LastBackup> find(Path data) throws IOException {
    try {
      return Files.exists(file(data))
          ? Optional.of(JSON.readValue(Files.readString(file(data)), LastBackup.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Path file(Path data) {
    return data.resolve("last-backup.json");
  }
}
