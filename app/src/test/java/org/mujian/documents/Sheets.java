package org.mujian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes files for the tests and reads them back through {@link Tables}. */
final class Sheets {

  private Sheets() {}

  /** What came of a file, whole. */
  record Read(Understood understood, List<RowCheck.Checked> rows, long blank) {

    List<String> codes() {
      return rows.stream().map(row -> row.isGood() ? "good" : row.code()).toList();
    }

    long good() {
      return rows.stream().filter(RowCheck.Checked::isGood).count();
    }
  }

  static Read read(byte[] content) {
    return read(content, Asked.NOTHING);
  }

  static Read read(byte[] content, Asked asked) {
    return withFile(
        content,
        file -> {
          try (Table table = Tables.open(file)) {
            ImportKind kind = new Gadgets(null, null);
            Understood understood = Staging.understand(table, kind, asked);
            RowCheck check = new RowCheck(kind, understood, 0);
            List<RowCheck.Checked> rows = new ArrayList<>();
            long[] blank = {0};
            if (understood.headerRow() > 0) {
              table.read(
                  understood.headers().size(),
                  row -> {
                    if (row.number() > understood.headerRow()) {
                      if (row.fault() == null && row.isBlank()) {
                        blank[0]++;
                      } else {
                        rows.add(check.check(row));
                      }
                    }
                    return true;
                  });
            }
            return new Read(understood, rows, blank[0]);
          }
        });
  }

  interface WithFile<T> {
    T apply(Path file) throws IOException;
  }

  static <T> T withFile(byte[] content, WithFile<T> work) {
    try {
      Path file = Files.createTempFile("mujian-test", "");
      try {
        Files.write(file, content);
        return work.apply(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xlsx(Consumer<Worksheet> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", null)) {
      fill.accept(workbook.newWorksheet("Sheet1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Cells as text, row by row. */
  static byte[] xlsx(List<List<String>> rows) {
    return xlsx(
        sheet -> {
          for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
              sheet.value(r, c, rows.get(r).get(c));
            }
          }
        });
  }

  static byte[] xls(Consumer<Sheet> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      fill.accept(workbook.createSheet("表一"));
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
