package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveCommandTest {

  private static final String KNAPSACK = "1\n3 1 0\n10 20 30\n1 2 3\n4\n";

  @TempDir Path folder = Path.of("");

  private record Said(int code, String out, String err) {}

  @Test
  void itPrintsValueBoundWorkAndACheckedSolution() throws IOException {
    Said said = solve("mkp", KNAPSACK);
    assertThat(said.code).isZero();
    assertThat(said.out)
        .contains(
            "value 40\n", "bound 40\n", "proven optimal\n", "solution 1 3\n", "checked yes\n");
  }

  @Test
  void everyKindIsKnown() throws IOException {
    assertThat(solve("gap", "1 2\n3 4\n1 1\n2\n").out).contains("value 7\n", "solution 1 1\n");
    assertThat(solve("rcpsp", "").err).contains("请重新取得完整的文件", "get the whole file again");
  }

  @Test
  void whatCannotBePlacedIsSaidToBeImpossible() throws IOException {
    Said said = solve("gap", "1 2\n3 4\n1 1\n1\n");
    assertThat(said.code).isEqualTo(Commands.NOT_DONE);
    assertThat(said.out).contains("value -\n", "proven impossible\n");
  }

  @Test
  void aFileCutShortIsRefusedWithItsLine() throws IOException {
    Said said = solve("mkp", KNAPSACK.substring(0, KNAPSACK.length() - 3));
    assertThat(said.code).isEqualTo(Commands.NOT_DONE);
    assertThat(said.err).contains("instance.txt 第 4 行", "Line 4");
  }

  @Test
  void anInstanceThatIsNotInTheFileIsRefused() throws IOException {
    assertThat(solve("mkp", KNAPSACK, "--instance", "2").err).contains("没有第 2 个");
  }

  private Said solve(String kind, String text, String... more) throws IOException {
    Path file = folder.resolve("instance.txt");
    Files.writeString(file, text);
    String[] args = {"solve", kind, file.toString(), "--seconds", "0.2"};
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    PrintStream out = System.out;
    PrintStream err = System.err;
    var heard = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = Commands.run(all);
      return new Said(
          code,
          heard.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
