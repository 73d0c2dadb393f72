package org.mujian.bench;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ahocorasick.trie.Trie;
import org.mujian.bench.GrownRegistry.Scopes;
import org.mujian.chain.Atlas;
import org.mujian.chain.Folding;
import org.mujian.chain.Matcher;
import org.mujian.chain.NameSays;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.Tag;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.Enterprise;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.RegistryWriter;

/** The chain engine beside its peers; what they answer is compared before anything is reported. */
final class ChainBenchmark {

  private static final int ROWS = setting("BENCH_ROWS", 1_050_000);
  private static final int ROUNDS = setting("BENCH_ROUNDS", 5);
  private static final int LINKS = 5000;
  private static final int SLOW_PEER_ROWS = 50_000;

  static int setting(String name, int usual) {
    String given = System.getenv(name);
    return given == null ? usual : Integer.parseInt(given);
  }

  void run(Results results) throws Exception {
    Path folder = Files.createTempDirectory("mujian-chain");
    GrownRegistry grown = new GrownRegistry(RegistryFile.find(folder));
    List<Enterprise> rows = IntStream.range(0, ROWS).mapToObj(grown::row).toList();
    Scopes scopes = GrownRegistry.scopes(rows);
    results.say(
        "%,d rows grown from the registry file by its law of new items, %.0f MB of scopes. CPU time"
            + " of one thread, median of %d rounds after one to warm up: trust ratios.",
        ROWS, scopes.bytes().length / 1e6, ROUNDS);
    results.say("");
    List<String> words = productNames();
    double peerPairs = words.isEmpty() ? 0 : matching(results, scopes, words);
    registry(results, rows, folder, words, peerPairs);
  }

  /** Names of products, as the data folder has them. */
  private static List<String> productNames() throws Exception {
    String data = System.getenv("MUJIAN_TEST_DATA");
    TreeSet<String> names = new TreeSet<>();
    for (String file : List.of("product_product.csv", "company_product.csv")) {
      Path path = data == null ? Path.of("absent") : Path.of(data, "chains", file);
      if (Files.exists(path)) {
        for (String line : Files.readAllLines(path).stream().skip(1).toList()) {
          String[] fields = line.split(",");
          for (int i = file.startsWith("c") ? 1 : 0; i < Math.min(2, fields.length); i++) {
            String name = Folding.fold(fields[i].strip());
            if (name.length() >= 2 && name.indexOf('\uFFFD') < 0) {
              names.add(name);
            }
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** Hits of all words, and of which rows: enough to tell two answers apart. */
  private static final class Sum implements Matcher.Hits {
    long hits;
    long check;

    @Override
    public void hit(int word, int end) {
      hits++;
      check = check + word * 0x9E3779B97F4A7C15L;
    }
  }

  /** Different (row, link) pairs. */
  private static final class Pairs implements Matcher.Hits {
    private final int[] lastRow = new int[LINKS];
    int row;
    long pairs;
    long check;

    @Override
    public void hit(int word, int end) {
      int link = word % LINKS;
      if (lastRow[link] != row + 1) {
        lastRow[link] = row + 1;
        pairs++;
        check += (link + 1L) * (row % 1009 + 1);
      }
    }
  }

  /** Answers hankcs' time for the pairs. */
  private double matching(Results results, Scopes scopes, List<String> words) throws Exception {
    Matcher matcher = Matcher.of(words);
    AhoCorasickDoubleArrayTrie<Integer> hankcs = new AhoCorasickDoubleArrayTrie<>();
    Map<String, Integer> numbered = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      numbered.put(words.get(i), i);
    }
    hankcs.build(numbered);
    long[] sink = new long[1];
    double decode =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              for (int row = 0; row < ROWS; row++) {
                sink[0] += text(scopes, row).length();
              }
            });
    Sum[] sums = {new Sum(), new Sum()};
    double engine =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              sums[0] = new Sum();
              for (int row = 0; row < ROWS; row++) {
                matcher.match(scopes.bytes(), scopes.start(row), scopes.ends()[row], sums[0]);
              }
            });
    double peer =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              Sum sum = new Sum();
              sums[1] = sum;
              for (int row = 0; row < ROWS; row++) {
                hankcs.parseText(text(scopes, row), hits(sum));
              }
            });
    Verdict.mustEqual(
        "hits", sums[0].hits + " " + sums[0].check, sums[1].hits + " " + sums[1].check);
    Pairs[] pairs = {new Pairs(), new Pairs()};
    double enginePairs =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              pairs[0] = new Pairs();
              for (int row = 0; row < ROWS; row++) {
                pairs[0].row = row;
                matcher.match(scopes.bytes(), scopes.start(row), scopes.ends()[row], pairs[0]);
              }
            });
    double peerPairs =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              Pairs found = new Pairs();
              pairs[1] = found;
              for (int row = 0; row < ROWS; row++) {
                found.row = row;
                hankcs.parseText(text(scopes, row), hits(found));
              }
            });
    Verdict.mustEqual(
        "pairs", pairs[0].pairs + " " + pairs[0].check, pairs[1].pairs + " " + pairs[1].check);
    double slow = slowPeer(scopes, words, matcher) * ROWS / SLOW_PEER_ROWS;
    results.say(
        "## Matching and tagging: %,d product names, %,d hits (%.1f a row), %,d (row, link) pairs",
        words.size(), sums[0].hits, sums[0].hits / (double) ROWS, pairs[0].pairs);
    results.say("");
    results.say("| CPU ms | all hits | (row, link) pairs of %,d links |", LINKS);
    results.say("|---|---:|---:|");
    results.say("| `new String(bytes, UTF_8)` alone | %.0f | |", decode);
    results.say("| engine, from bytes | %.0f | %.0f |", engine, enginePairs);
    results.say("| hankcs, from bytes | %.0f | %.0f |", peer, peerPairs);
    results.say(
        "| robert-bor, from bytes (%,d rows measured, multiplied) | %.0f | |",
        SLOW_PEER_ROWS, slow);
    double ripgrep = Ripgrep.millis(scopes, words);
    results.say(
        ripgrep < 0
            ? "| ripgrep -F -o: not installed here | | |"
            : "| ripgrep -F -o, one thread, wall time; of overlapping hits the first alone | %.0f |"
                + " |",
        ripgrep);
    results.say("");
    Verdict.atLeast(results, "matching against decoding", 100 * decode / engine, 60, "%.0f %%");
    Verdict.atLeast(results, "tagging against hankcs", peerPairs / enginePairs, 3, "%.1f times");
    results.say("Hits and pairs of engine and hankcs are equal, number and check sum.");
    results.say("");
    return peerPairs;
  }

  private static AhoCorasickDoubleArrayTrie.IHit<Integer> hits(Matcher.Hits to) {
    return (begin, end, word) -> to.hit(word, end);
  }

  private static double slowPeer(Scopes scopes, List<String> words, Matcher matcher)
      throws Exception {
    Trie trie = Trie.builder().addKeywords(words).build();
    long[] hits = new long[2];
    double millis =
        Cpu.ofThread(
            1,
            () -> {
              hits[0] = 0;
              for (int row = 0; row < SLOW_PEER_ROWS; row++) {
                hits[0] += trie.parseText(text(scopes, row)).size();
              }
            });
    for (int row = 0; row < SLOW_PEER_ROWS; row++) {
      matcher.match(
          scopes.bytes(), scopes.start(row), scopes.ends()[row], (word, end) -> hits[1]++);
    }
    Verdict.mustEqual("robert-bor", String.valueOf(hits[0]), String.valueOf(hits[1]));
    return millis;
  }

  private static String text(Scopes scopes, int row) {
    int from = scopes.start(row);
    return new String(scopes.bytes(), from, scopes.ends()[row] - from, StandardCharsets.UTF_8);
  }

  private void registry(
      Results results, List<Enterprise> rows, Path folder, List<String> words, double peerPairs)
      throws Exception {
    Path file = folder.resolve("registry.mjr");
    double encode =
        Cpu.ofThread(
            1,
            () -> {
              try (RegistryWriter writer = RegistryWriter.create(file)) {
                for (Enterprise row : rows) {
                  writer.add(row);
                }
              }
            });
    EncodedRegistry[] registry = new EncodedRegistry[1];
    double open = Cpu.ofThread(ROUNDS, () -> registry[0] = EncodedRegistry.open(file));
    Atlas atlas = ShippedAtlases.list().getFirst();
    long[] tags = new long[3];
    double retag =
        Cpu.ofThread(
            ROUNDS,
            () -> {
              tags[0] = 0;
              RegistryTagging.of(registry[0], atlas, 1)
                  .sweep((row, link, role, count, leading, same) -> tags[0] += 1 + role.ordinal());
            });
    ScopeTagger tagger = new ScopeTagger(atlas);
    double direct =
        Cpu.ofThread(
            1,
            () -> {
              tags[1] = 0;
              for (Enterprise row : rows) {
                for (Tag tag : tagger.tag(row.scope(), null, NameSays.of(row.name()))) {
                  tags[1] += 1 + tag.role().ordinal();
                }
              }
            });
    Verdict.mustEqual("encoded and direct", String.valueOf(tags[0]), String.valueOf(tags[1]));
    double peer = hankcsOf(atlas, GrownRegistry.scopes(rows));
    Atlas large = BenchAtlases.large(words, LINKS);
    double largeRetag =
        words.isEmpty()
            ? 0
            : Cpu.ofThread(
                ROUNDS,
                () ->
                    RegistryTagging.of(registry[0], large, 1)
                        .sweep((row, link, role, count, leading, same) -> tags[2]++));
    List<String> further = BenchAtlases.further(atlas, words, 100);
    Atlas edited = BenchAtlases.edited(atlas, further);
    RegistryTagging before = RegistryTagging.of(registry[0], atlas, 1);
    double edit =
        Cpu.wall(
            ROUNDS,
            () -> {
              tags[2] = 0;
              before
                  .edited(edited, 2)
                  .sweep((row, link, role, count, leading, same) -> tags[2] += 1 + role.ordinal());
            });
    long[] afresh = new long[1];
    RegistryTagging.of(registry[0], edited, 1)
        .sweep((row, link, role, count, leading, same) -> afresh[0] += 1 + role.ordinal());
    Verdict.mustEqual("edited and afresh", tags[2], afresh[0]);
    double[] lucene = lucene(rows, folder.resolve("lucene"), further);
    results.say(
        "## The encoded registry: %,d rows, %,d different items, %.0f MB; %s, %d keywords",
        registry[0].rows(),
        registry[0].items(),
        Files.size(file) / 1e6,
        atlas.name(),
        BenchAtlases.keywords(atlas));
    results.say("");
    results.say("| CPU ms | |");
    results.say("|---|---:|");
    results.say("| encode all rows, once | %.0f |", encode);
    results.say("| open and check the file | %.0f |", open);
    results.say("| tag all items and sweep all rows, with roles and scores | %.0f |", retag);
    results.say("| the same from the scopes, without encoding | %.0f |", direct);
    results.say(
        "| hankcs, from bytes: (row, link) pairs of the same words, no roles | %.0f |", peer);
    results.say(
        "| an edit of %d words: their items and all rows anew, two threads, wall time | %.0f |",
        further.size(), edit);
    results.say(
        "| Lucene: the same words counted as phrases on its finished index, wall time | %.0f |",
        lucene[1]);
    results.say("| Lucene: making that index, once, wall time | %.0f |", lucene[0]);
    if (!words.isEmpty()) {
      results.say(
          "| a chain of %,d links and %,d words, tagged anew with roles: the automaton, all items,"
              + " all rows | %.0f |",
          LINKS, words.size(), largeRetag);
      results.say("| hankcs, from bytes: pairs of these (above), no roles | %.0f |", peerPairs);
    }
    results.say("");
    Verdict.atLeast(
        results, "re-tagging against hankcs, shipped chain", peer / retag, 5, "%.1f times");
    if (!words.isEmpty()) {
      Verdict.atLeast(
          results,
          "re-tagging against hankcs, large chain",
          peerPairs / largeRetag,
          5,
          "%.1f times");
    }
    Verdict.atMost(results, "an edit of 100 words", edit, 500, "%.0f ms");
    results.say("Encoded and direct give the same tags and roles (sum compared).");
    results.say("");
    results.say("## Counting by link, division, year and role");
    results.say("");
    TagCounting.run(results, "shipped chain", before, ROUNDS);
    if (!words.isEmpty()) {
      TagCounting.run(results, "large chain", RegistryTagging.of(registry[0], large, 1), ROUNDS);
    }
  }

  /** Milliseconds to index all scopes, and to count the words on the index. */
  private static double[] lucene(List<Enterprise> rows, Path folder, List<String> words)
      throws Exception {
    long from = System.nanoTime();
    try (LucenePeer peer =
        new LucenePeer(folder, () -> rows.stream().map(Enterprise::scope).iterator())) {
      double index = (System.nanoTime() - from) / 1e6;
      return new double[] {index, Cpu.wall(ROUNDS, () -> peer.count(words))};
    }
  }

  private static double hankcsOf(Atlas atlas, Scopes scopes) throws Exception {
    TreeMap<String, Integer> words = new TreeMap<>();
    for (int link = 0; link < atlas.links().size(); link++) {
      for (String word : atlas.links().get(link).keywords()) {
        words.put(word, link);
      }
    }
    AhoCorasickDoubleArrayTrie<Integer> hankcs = new AhoCorasickDoubleArrayTrie<>();
    hankcs.build(words);
    Pairs[] found = new Pairs[1];
    return Cpu.ofThread(
        ROUNDS,
        () -> {
          Pairs pairs = new Pairs();
          found[0] = pairs;
          for (int row = 0; row < ROWS; row++) {
            pairs.row = row;
            hankcs.parseText(text(scopes, row), hits(pairs));
          }
        });
  }
}
