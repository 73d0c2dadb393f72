package org.mujian.bench;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.registry.CsvEncoding;
import org.mujian.chain.registry.CsvTagging;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.Enterprise;
import org.mujian.chain.registry.Parallel;
import org.mujian.chain.registry.RegistryCsv;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.RegistryWriter;

/**
 * Ten million rows from a CSV file to tags, encoded and tagged again; sixty million by calculation.
 */
final class NationBenchmark {

  private static final int ROWS = ChainBenchmark.setting("BENCH_ROWS", 10_000_000);
  private static final int ROUNDS = ChainBenchmark.setting("BENCH_ROUNDS", 5);
  private static final int THREADS = 2;
  private static final double NATION = 60e6;
  private static final double CSV_SECONDS = 90;
  private static final double RETAG_SECONDS = 20;
  private static final double HEAP_GB = 8;

  void run(Results results) throws Exception {
    Path folder = Files.createTempDirectory("mujian-nation");
    Path csv = folder.resolve("nation.csv");
    Path file = folder.resolve("nation.mjr");
    try {
      write(new GrownRegistry(RegistryFile.find(folder)), csv);
      measure(results, csv, file);
    } finally {
      Files.deleteIfExists(csv);
      Files.deleteIfExists(file);
    }
  }

  private static void write(GrownRegistry grown, Path csv) throws IOException {
    try (Writer out = Files.newBufferedWriter(csv)) {
      out.write("企业名称,统一社会信用代码,注册日期,注册资金,经营范围\n");
      StringBuilder line = new StringBuilder();
      for (int n = 0; n < ROWS; n++) {
        Enterprise row = grown.row(n);
        line.setLength(0);
        line.append('"').append(String.valueOf(row.name()).replace("\"", "\"\"")).append("\",");
        line.append("91%06d%010d".formatted(row.division(), n)).append(',');
        line.append(row.year() == 0 ? "" : row.year() + "-01-01").append(',');
        line.append(row.yuan() < 0 ? "" : row.yuan() / 10_000 + "万").append(",\"");
        line.append(row.scope().replace("\"", "\"\"")).append("\"\n");
        out.append(line);
      }
    }
  }

  private void measure(Results results, Path csv, Path file) throws Exception {
    Atlas atlas = ShippedAtlases.list().getFirst();
    long from = System.nanoTime();
    RegistryCsv.Read read = CsvTagging.tag(csv, atlas, THREADS, Writer.nullWriter());
    double straight = seconds(from);
    from = System.nanoTime();
    try (RegistryWriter writer = RegistryWriter.create(file)) {
      CsvEncoding.encode(csv, writer, THREADS);
    }
    double encode = seconds(from);
    from = System.nanoTime();
    EncodedRegistry registry = EncodedRegistry.open(file);
    double open = seconds(from);
    long[] tags = new long[1];
    double retag = Cpu.wall(ROUNDS, () -> tags[0] = retag(registry, atlas)) / 1000;
    double retagCpu = Cpu.ofProcess(ROUNDS, () -> retag(registry, atlas)) / 1000;
    double hankcs = hankcs(atlas, csv);
    double scale = NATION / read.rows();
    results.say(
        "%,d rows grown from the registry file by its law of new items; %.1f GB of CSV; %d"
            + " threads.",
        read.rows(), Files.size(csv) / 1e9, THREADS);
    results.say("");
    results.say("| seconds | |");
    results.say("|---|---:|");
    results.say("| CSV → tags as CSV lines, without encoding, wall time | %.1f |", straight);
    results.say("| CSV → encoded file, once, wall time | %.1f |", encode);
    results.say("| open and check the file | %.2f |", open);
    results.say(
        "| tag the encoded registry anew, median of %d rounds, wall time | %.2f |", ROUNDS, retag);
    results.say("| the same, CPU time of all threads | %.2f |", retagCpu);
    results.say(
        "| hankcs and tagging of the same scopes from bytes, CPU time, one round | %.2f |", hankcs);
    results.say("");
    results.say(
        "%,d different items, %.2f GB encoded, %,d tags; greatest heap %.1f GB of %.1f GB allowed.",
        registry.items(),
        Files.size(file) / 1e9,
        tags[0],
        peakGb(),
        Runtime.getRuntime().maxMemory() / 1e9);
    results.say("");
    Verdict.atLeast(
        results, "re-tagging against hankcs and tagging", hankcs / retagCpu, 8, "%.1f times");
    results.say(
        "Sixty million rows are not measured: the times above × %.1f, as both grow no faster than"
            + " rows (items grow slower). Heap: keys and items of %.1f times the rows.",
        scale, scale);
    results.say("");
    Verdict.atMost(
        results, "CSV → tags, 60 million, calculated", straight * scale, CSV_SECONDS, "%.0f s");
    Verdict.atMost(
        results, "re-tag, 60 million, calculated", retag * scale, RETAG_SECONDS, "%.1f s");
    Verdict.atMost(results, "heap of this run", peakGb(), HEAP_GB, "%.1f GB");
  }

  private static long retag(EncodedRegistry registry, Atlas atlas) {
    RegistryTagging tagging = RegistryTagging.of(registry, atlas, THREADS);
    return Parallel.map(
            THREADS,
            IntStream.range(0, tagging.segments()).boxed().toList(),
            segment -> {
              long[] tags = new long[1];
              tagging.sweep(segment, (row, link, role, words, leading, same) -> tags[0]++);
              return tags[0];
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** CPU seconds, the reading of the file left out. */
  private static double hankcs(Atlas atlas, Path csv) throws Exception {
    TreeMap<String, Integer> words = new TreeMap<>();
    for (int link = 0; link < atlas.links().size(); link++) {
      for (String word : atlas.links().get(link).keywords()) {
        words.put(word, link);
      }
    }
    AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
    trie.build(words);
    HankcsPairs pairs = new HankcsPairs(trie, atlas.links().size());
    try (var in = new java.io.BufferedInputStream(Files.newInputStream(csv), 1 << 20)) {
      RegistryCsv.read(in, pairs::add);
    }
    pairs.flush();
    return pairs.nanos / 1e9;
  }

  /** Pairs of rows and links, a hundred thousand scopes at a time. */
  private static final class HankcsPairs {
    private static final int SOME = 100_000;
    private final AhoCorasickDoubleArrayTrie<Integer> trie;
    private final int[] lastRow;
    private final List<byte[]> scopes = new java.util.ArrayList<>();
    private int row;
    private long pairs;
    private long nanos;

    HankcsPairs(AhoCorasickDoubleArrayTrie<Integer> trie, int links) {
      this.trie = trie;
      this.lastRow = new int[links];
    }

    void add(Enterprise row) {
      scopes.add(row.scope().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      if (scopes.size() == SOME) {
        flush();
      }
    }

    void flush() {
      var threads = ManagementFactory.getThreadMXBean();
      long from = threads.getCurrentThreadCpuTime();
      for (byte[] scope : scopes) {
        row++;
        trie.parseText(
            new String(scope, java.nio.charset.StandardCharsets.UTF_8),
            (begin, end, link) -> {
              if (lastRow[link] != row) {
                lastRow[link] = row;
                pairs++;
              }
            });
      }
      nanos += threads.getCurrentThreadCpuTime() - from;
      scopes.clear();
    }
  }

  private static double peakGb() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
            .sum()
        / 1e9;
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
