package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/mujian} finds Java and the jar, or says what to do. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  @TempDir Path home;

  private record Result(int code, String output) {}

  @BeforeEach
  void aDistribution() throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.copy(Path.of("../bin/mujian"), home.resolve("bin/mujian"));
    assertThat(home.resolve("bin/mujian").toFile().setExecutable(true)).isTrue();
  }

  @Test
  void itPassesArgumentsAndKeepsTheDataBesideTheProgramWhereverItIsCalledFrom() throws Exception {
    Files.writeString(home.resolve("mujian.jar"), "");
    Path java = java("jdk 25", "25.0.3");
    Result result = run(Map.of("JAVA25_HOME", java.toString()), "backup", "a file");
    assertThat(result.output())
        .contains("-jar " + home.toRealPath().resolve("mujian.jar") + " backup a file")
        .contains("data=" + home.toRealPath().resolve("data"));
    assertThat(result.code()).isEqualTo(7); // the program's own exit code
  }

  @Test
  void itTakesTheJavaThatFitsAndLeavesOthers() throws Exception {
    Files.createDirectories(home.resolve("app/target"));
    Files.writeString(home.resolve("app/target/mujian.jar"), "");
    Result result =
        run(
            Map.of(
                "JAVA25_HOME", java("old", "21.0.1").toString(),
                "JAVA_HOME", java("new", "25").toString()));
    assertThat(result.output()).startsWith("new ").contains("app/target/mujian.jar");
  }

  @Test
  void withoutTheJarItSaysHowToBuildIt() throws Exception {
    Result result = run(Map.of("JAVA25_HOME", java("jdk", "25").toString()));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).contains("mvn -DskipTests package").contains("找不到 mujian.jar");
  }

  /** A stand-in that tells how it was called. */
  private Path java(String name, String version) throws IOException {
    Path folder = home.resolve(name);
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
        echo "%s $* data=$MUJIAN_DATA"
        exit 7
        """
            .formatted(version, name));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return folder;
  }

  private Result run(Map<String, String> environment, String... arguments) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(home.resolve("bin/mujian").toString()), Stream.of(arguments))
                    .toList())
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true);
    List.of("JAVA25_HOME", "JAVA_HOME", "MUJIAN_DATA").forEach(command.environment()::remove);
    command.environment().putAll(environment);
    Process process = command.start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
