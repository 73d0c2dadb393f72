package org.mujian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was measured, as a Markdown page with date, version and kind of machine. */
final class Results {

  private final String name;
  private final List<String> lines = new ArrayList<>();

  Results(String name) {
    this.name = name;
  }

  void say(String line, Object... values) {
    lines.add(line.formatted(values));
  }

  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    LocalDate today = LocalDate.now();
    Path file = folder.resolve(today + "-" + name + ".md");
    List<String> page = new ArrayList<>();
    page.add("# " + name + ", " + today);
    page.add("");
    page.add("Version " + version() + "; " + machine() + ".");
    page.add("");
    page.addAll(lines);
    Files.write(file, page);
    lines.forEach(System.out::println);
    return file;
  }

  private static String version() throws IOException {
    try {
      Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
      String commit =
          new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .strip();
      return commit.isEmpty() ? "unknown" : commit;
    } catch (IOException noGit) {
      return "unknown";
    }
  }

  private static String machine() throws IOException {
    Path cpu = Path.of("/proc/cpuinfo");
    String model =
        Files.isReadable(cpu)
            ? Files.readAllLines(cpu).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"))
            : System.getProperty("os.arch");
    return Runtime.getRuntime().availableProcessors()
        + " processors ("
        + model
        + "), "
        + System.getProperty("os.name")
        + ", Java "
        + System.getProperty("java.version");
  }
}
