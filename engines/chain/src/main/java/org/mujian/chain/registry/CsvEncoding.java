package org.mujian.chain.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Encodes a CSV file by parts: several threads read scopes, one writes. */
public final class CsvEncoding {

  private static final int STRETCH = 1 << 20;
  private static final int WINDOW = 6;

  private CsvEncoding() {}

  private record Done(ReadRows rows, RegistryCsv.Read read) {}

  /** Adds all rows of a file; the registry is the same for any number of threads. */
  public static RegistryCsv.Read encode(Path csv, RegistryWriter writer, int threads)
      throws IOException {
    RegistryCsv.Read whole = new RegistryCsv.Read(0, 0, 0);
    try (CsvFile file = CsvFile.open(csv)) {
      RegistryCsv columns = file.columns();
      List<CsvScan.Part> parts = file.parts(STRETCH, threads);
      for (int from = 0; from < parts.size(); from += WINDOW * threads) {
        List<CsvScan.Part> some =
            parts.subList(from, Math.min(parts.size(), from + WINDOW * threads));
        for (Done done : Parallel.map(threads, some, part -> read(file, columns, part))) {
          writer.add(done.rows);
          whole = whole.and(done.read);
        }
      }
      return whole;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Done read(CsvFile file, RegistryCsv columns, CsvScan.Part part) {
    ReadRows rows = new ReadRows();
    return new Done(
        rows, CsvFile.unchecked(() -> columns.read(part, file.stream(part), rows::add)));
  }
}
