package org.mujian.chain.registry;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A CSV file of this machine, read at several places at once. */
final class CsvFile implements Closeable {

  private final FileChannel file;

  private CsvFile(FileChannel file) {
    this.file = file;
  }

  static CsvFile open(Path csv) throws IOException {
    return new CsvFile(FileChannel.open(csv, StandardOpenOption.READ));
  }

  RegistryCsv columns() throws IOException {
    return RegistryCsv.of(new BufferedInputStream(stream(0, file.size())));
  }

  /** Parts of about {@code stretch} bytes. */
  List<CsvScan.Part> parts(int stretch, int threads) throws IOException {
    List<Long> starts = new ArrayList<>();
    for (long at = 0; at < file.size(); at += stretch) {
      starts.add(at);
    }
    long size = file.size();
    return CsvScan.parts(
        Parallel.map(
            threads,
            starts,
            at -> unchecked(() -> CsvScan.of(stream(at, Math.min(size, at + stretch))))));
  }

  InputStream stream(CsvScan.Part part) {
    return stream(part.from(), part.to());
  }

  private InputStream stream(long from, long to) {
    return new InputStream() {
      private long at = from;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = (int) Math.min(length, to - at);
        int read = most <= 0 ? -1 : file.read(ByteBuffer.wrap(bytes, offset, most), at);
        at += Math.max(0, read);
        return read;
      }
    };
  }

  interface Work<A> {
    A run() throws IOException;
  }

  static <A> A unchecked(Work<A> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
