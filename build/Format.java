import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ("check") or mends ("write") the layout of every Java file below the current folder. */
public class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args.length > 0 && args[0].equals("write");
    List<String> call = new ArrayList<>();
    call.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    call.addAll(javaFiles(Path.of("")));
    int code =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
            .format(call.toArray(String[]::new));
    if (code != 0) {
      System.err.println(
          "The files above are not in format. Mend them: mvn -N verify -Dformat=write");
      System.exit(1);
    }
  }

  static List<String> javaFiles(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      return paths
          .filter(p -> p.toString().endsWith(".java"))
          .map(Path::toString)
          .filter(p -> !p.contains("/target/") && !p.startsWith("target"))
          .sorted()
          .toList();
    }
  }
}
