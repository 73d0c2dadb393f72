package org.mujian.chain.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.mujian.chain.registry.CsvScan;
import org.mujian.chain.registry.RegistryCsv;

/**
 * CSV files in the order of their names, each with its header, read by parts. Three passes: where
 * records begin (a line break may stand within quotes), how many each part holds and with which
 * codes, the work itself.
 */
final class CsvRegister implements Register {

  private static final long LEAST = 1 << 18;
  private static final long MOST = 1 << 26;
  private static final int PARTS_A_CORE = 4;

  private record Stretch(String file, long from, long to) implements Serializable {}

  /**
   * @param header the file's columns
   */
  private record Part(String file, CsvScan.Part part, List<String> header)
      implements Serializable {}

  private record Placed(Part part, long firstRow) implements Serializable {}

  /**
   * @param keys with rows numbered from 0 in each part
   * @param fault empty when all was well
   */
  private record Counted(RegistryCsv.Read read, RowKeys keys, String fault)
      implements Serializable {}

  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> files;
  private final List<Placed> parts = new ArrayList<>();
  private final JavaRDD<Counted> counted;
  private RegistryCsv.Read read = new RegistryCsv.Read(0, 0, 0);

  CsvRegister(JavaSparkContext spark, List<FileStatus> csv) throws IOException {
    this.spark = spark;
    this.files = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    List<Part> found = find(csv);
    Broadcast<SerializableConfiguration> files = this.files;
    this.counted =
        spark
            .parallelize(found, Math.max(1, found.size()))
            .map(it -> count(files, it))
            .persist(StorageLevel.MEMORY_AND_DISK());
    place(found);
  }

  private List<Part> find(List<FileStatus> csv) throws IOException {
    long total = csv.stream().mapToLong(FileStatus::getLen).sum();
    long size = total / (PARTS_A_CORE * Math.max(1, spark.defaultParallelism()));
    size = Math.clamp(size, LEAST, MOST);
    List<Stretch> stretches = new ArrayList<>();
    List<FileStatus> sorted = new ArrayList<>(csv);
    sorted.sort(Comparator.comparing(file -> file.getPath().toString()));
    for (FileStatus file : sorted) {
      for (long at = 0; at < file.getLen() || at == 0; at += size) {
        long to = Math.min(file.getLen(), at + size);
        stretches.add(new Stretch(file.getPath().toString(), at, to));
      }
    }
    Broadcast<SerializableConfiguration> files = this.files;
    List<CsvScan> scans =
        spark.parallelize(stretches, stretches.size()).map(it -> scan(files, it)).collect();
    List<Part> found = new ArrayList<>();
    for (int from = 0; from < stretches.size(); ) {
      String file = stretches.get(from).file;
      int to = from;
      while (to < stretches.size() && stretches.get(to).file.equals(file)) {
        to++;
      }
      List<String> header = header(file);
      for (CsvScan.Part part : CsvScan.parts(scans.subList(from, to))) {
        found.add(new Part(file, part, header));
      }
      from = to;
    }
    return found;
  }

  private List<String> header(String file) throws IOException {
    try (InputStream in = open(files, file, 0, Long.MAX_VALUE)) {
      return List.copyOf(RegistryCsv.of(in).header());
    } catch (IOException refused) {
      throw new Refused(file + "：" + refused.getMessage());
    }
  }

  private void place(List<Part> found) {
    List<Counted> counts =
        counted.map(it -> new Counted(it.read, new RowKeys(), it.fault)).collect();
    for (int i = 0; i < found.size(); i++) {
      Counted each = counts.get(i);
      if (!each.fault.isEmpty()) {
        throw new Refused(found.get(i).file + "：" + each.fault);
      }
      parts.add(new Placed(found.get(i), read.rows()));
      read = read.and(each.read);
    }
  }

  @Override
  public JavaRDD<RowKeys> keys() {
    List<Long> firsts = parts.stream().map(Placed::firstRow).toList();
    return counted.zipWithIndex().map(it -> it._1().keys.from(firsts.get(it._2().intValue())));
  }

  private static CsvScan scan(Broadcast<SerializableConfiguration> files, Stretch stretch)
      throws IOException {
    try (InputStream in = open(files, stretch.file, stretch.from, stretch.to)) {
      return CsvScan.of(in);
    }
  }

  private static Counted count(Broadcast<SerializableConfiguration> files, Part part) {
    RowKeys keys = new RowKeys();
    long[] row = new long[1];
    try {
      return new Counted(read(files, part, it -> keys.add(it.packedKey(), row[0]++)), keys, "");
    } catch (IOException e) {
      return new Counted(
          new RegistryCsv.Read(0, 0, 0), new RowKeys(), String.valueOf(e.getMessage()));
    }
  }

  private static RegistryCsv.Read read(
      Broadcast<SerializableConfiguration> files, Part part, RegistryCsv.EachRow each)
      throws IOException {
    try (InputStream in = open(files, part.file, part.part.from(), part.part.to())) {
      return RegistryCsv.of(part.header).rows(part.part, in, each);
    }
  }

  private static InputStream open(
      Broadcast<SerializableConfiguration> files, String file, long from, long to)
      throws IOException {
    Path path = new Path(file);
    FSDataInputStream in = path.getFileSystem(files.value().value()).open(path);
    in.seek(from);
    return new BufferedInputStream(new Bounded(in, to - from), 1 << 16);
  }

  @Override
  public <T> JavaRDD<T> each(Work<T> work) {
    Broadcast<SerializableConfiguration> files = this.files;
    return spark
        .parallelize(parts, Math.max(1, parts.size()))
        .flatMap(
            placed -> {
              List<T> out = new ArrayList<>();
              long[] row = {placed.firstRow};
              read(files, placed.part, it -> work.of(row[0]++, it, out::add));
              return out.iterator();
            });
  }

  @Override
  public RegistryCsv.Read read() {
    return read;
  }
}
