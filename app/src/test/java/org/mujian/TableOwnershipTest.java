package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A room never reads another room's tables. A table belongs to the module whose migration folder
 * creates it; common tables ({@code share_with_all}) may be read by all. The test reads sources:
 * SQL keywords in capitals followed by a table's name.
 */
class TableOwnershipTest {

  private static final Pattern CREATE =
      Pattern.compile("CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\\w+)");
  private static final Pattern SHARED = Pattern.compile("CALL share_with_all\\('(\\w+)'\\)");
  private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)");
  private static final Pattern WRITE =
      Pattern.compile("\\b(?:INTO|UPDATE|COPY|DELETE FROM|TRUNCATE)\\s+(\\w+)");

  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> common = new HashSet<>();

  TableOwnershipTest() {
    Path migrations = Path.of("src/main/resources/db/migration");
    for (Path file : files(migrations, ".sql")) {
      String sql = read(file);
      String module = migrations.relativize(file).getName(0).toString();
      CREATE.matcher(sql).results().forEach(found -> owners.put(found.group(1), module));
      SHARED.matcher(sql).results().forEach(found -> common.add(found.group(1)));
    }
  }

  @Test
  void aModuleReadsAndWritesItsOwnTablesOnly() {
    List<String> trespasses = new ArrayList<>();
    Path sources = Path.of("src/main/java/org/mujian");
    for (Path file : files(sources, ".java")) {
      Path inside = sources.relativize(file);
      if (inside.getNameCount() > 1) {
        trespasses.addAll(trespasses(inside.getName(0).toString(), read(file), inside.toString()));
      }
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void itSeesATrespass() {
    assertThat(trespasses("land", "\"SELECT * FROM account\"", "Made.java"))
        .containsExactly("Made.java: module land uses account of identity");
    assertThat(trespasses("land", "\"UPDATE zone SET name = ''\"", "Made.java"))
        .containsExactly("Made.java: module land uses zone of zone");
    assertThat(trespasses("land", "\"SELECT * FROM zone JOIN made_up\"", "Made.java")).isEmpty();
    assertThat(trespasses("identity", "\"SELECT * FROM account\"", "Made.java")).isEmpty();
  }

  private List<String> trespasses(String module, String source, String name) {
    // Written by another is always wrong; read by another only when the table is not common.
    Stream<String> written = WRITE.matcher(source).results().map(found -> found.group(1));
    Stream<String> read =
        READ.matcher(source.replace("DELETE FROM", "DELETE"))
            .results()
            .map(found -> found.group(1))
            .filter(table -> !common.contains(table));
    return Stream.concat(written, read)
        .distinct()
        .filter(table -> !owners.getOrDefault(table, module).equals(module))
        .map(table -> name + ": module " + module + " uses " + table + " of " + owners.get(table))
        .toList();
  }

  private static List<Path> files(Path folder, String ending) {
    try (var found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
