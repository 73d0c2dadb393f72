package org.mujian.chain.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Encodes a CSV file by parts: several threads read scopes, one writes. */
public final class CsvEncoding {

  private static final int STRETCH = 1 << 20;

  private CsvEncoding() {}

  private record Done(ReadRows rows, RegistryCsv.Read read) {}

  /** Adds all rows of a file; the registry is the same for any number of threads. */
  public static RegistryCsv.Read encode(Path csv, RegistryWriter writer, int threads)
      throws IOException {
    RegistryCsv.Read[] whole = {new RegistryCsv.Read(0, 0, 0)};
    try (CsvFile file = CsvFile.open(csv)) {
      RegistryCsv columns = file.columns();
      Parallel.each(
          threads,
          file.parts(STRETCH, threads),
          part -> read(file, columns, part),
          done -> {
            CsvFile.unchecked(
                () -> {
                  writer.add(done.rows);
                  return done;
                });
            whole[0] = whole[0].and(done.read);
          });
      return whole[0];
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
