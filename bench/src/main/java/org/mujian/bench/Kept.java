package org.mujian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers that were measured, each line written at once: a benchmark that was stopped goes on after
 * the last one. Remove the file to measure anew.
 */
final class Kept {

  /** Measures when nothing is kept. */
  interface Measuring {
    OptionalLong[] measure() throws Exception;
  }

  private final Path file;
  private final Map<String, OptionalLong[]> lines = new HashMap<>();

  Kept(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split(",");
        lines.put(
            cells[0],
            Arrays.stream(cells)
                .skip(1)
                .map(c -> c.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(c)))
                .toArray(OptionalLong[]::new));
      }
    }
  }

  /**
   * @param key without a comma
   */
  OptionalLong[] get(String key, Measuring measuring) throws Exception {
    OptionalLong[] kept = lines.get(key);
    if (kept == null) {
      kept = measuring.measure();
      lines.put(key, kept);
      StringBuilder line = new StringBuilder(key);
      for (OptionalLong number : kept) {
        line.append(',').append(number.isPresent() ? "" + number.getAsLong() : "-");
      }
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return kept;
  }
}
