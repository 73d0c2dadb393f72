package org.mujian.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the embedded server prints: its first lines to {@code data/postgres.log}, then to a file for
 * each weekday in {@code data/postgres/log}.
 */
record ServerLog(Path start, Path folder) {

  private static final long LONGEST = 5_000_000;
  private static final int LINES = 8;

  static ServerLog of(Path data) {
    return new ServerLog(data.resolve("postgres.log"), data.resolve("postgres").resolve("log"));
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(start.toFile());
  }

  /** Keeps one older file beside one that has grown long. */
  void shorten() throws IOException {
    if (Files.exists(start) && Files.size(start) > LONGEST) {
      Files.move(
          start, start.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The end of both logs, for the one who reads why a start failed. */
  String lastWords() throws IOException {
    StringBuilder words = new StringBuilder(end(start));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> days = Files.list(folder)) {
        days.max(Comparator.comparing(day -> day.toFile().lastModified()))
            .ifPresent(day -> words.append(end(day)));
      }
    }
    return words.toString();
  }

  private static String end(Path file) {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      return "  "
          + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
          + "\n";
    } catch (IOException e) {
      return "  (" + file + ": " + e.getMessage() + ")\n";
    }
  }
}
