package org.mujian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ripgrep over the same scopes, a line each, where it is installed. */
final class Ripgrep {

  private Ripgrep() {}

  /** Milliseconds, or less than 0 when there is none. */
  static double millis(GrownRegistry.Scopes scopes, List<String> words) throws Exception {
    Path folder = Files.createTempDirectory("mujian-rg");
    Path text = folder.resolve("scopes.txt");
    Path list = Files.write(folder.resolve("words.txt"), words);
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(text))) {
      for (int row = 0; row < scopes.ends().length; row++) {
        out.write(scopes.bytes(), scopes.start(row), scopes.ends()[row] - scopes.start(row));
        out.write('\n');
      }
    }
    try {
      long from = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  "rg",
                  "-F",
                  "-o",
                  "-j",
                  "1",
                  "--no-line-number",
                  "-f",
                  list.toString(),
                  text.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? (System.nanoTime() - from) / 1e6 : -1;
    } catch (IOException none) {
      return -1;
    } finally {
      Files.delete(text);
      Files.delete(list);
      Files.delete(folder);
    }
  }
}
