package org.mujian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads a small table that somebody brought as a whole, whatever its format, as carefully as an
 * import reads a large one. For rooms that compare a list which came back row by row.
 */
@Component
public class SmallTables {

  private static final int LARGEST = 10 * 1024 * 1024;

  private final Texts texts;
  private final Path folder;

  SmallTables(Texts texts, @Value("${mujian.data}") Path data) {
    this.texts = texts;
    this.folder = data.resolve("tmp");
  }

  /**
   * The cells of the first sheet, blank rows included, so that row numbers are those of the file.
   *
   * @throws TableRefused when it is no table, too large, or has more than {@code mostRows} rows
   */
  public List<List<String>> read(byte[] content, int mostRows, Language language) {
    try {
      if (content.length > LARGEST) {
        throw new FileRefused("too-large", LARGEST / 1024 / 1024);
      }
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "import-", "");
      try {
        Files.write(file, content);
        return rows(file, mostRows, language);
      } finally {
        Files.delete(file);
      }
    } catch (FileRefused e) {
      throw new TableRefused(texts.get(language, e.key(), e.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<List<String>> rows(Path file, int mostRows, Language language) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean[] more = new boolean[1];
    try (Table table = Tables.open(file)) {
      table.read(
          0,
          row -> {
            if (row.number() > mostRows) {
              more[0] = true;
              return false;
            }
            while (rows.size() < row.number() - 1) {
              rows.add(List.of());
            }
            rows.add(row.cells());
            return true;
          });
    }
    if (more[0]) {
      throw new TableRefused(texts.get(language, "documents.small.rows", mostRows));
    }
    return rows;
  }
}
