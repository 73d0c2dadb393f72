package org.mujian.chain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.flow.InputOutput;
import org.mujian.chain.flow.PullThrough;
import org.mujian.chain.flow.TableCsv;
import org.mujian.chain.profile.Candidates;
import org.mujian.chain.profile.Profile;
import org.mujian.chain.profile.TagTable;
import org.mujian.chain.registry.CsvEncoding;
import org.mujian.chain.registry.CsvTagging;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.RegistryCsv;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.RegistryWriter;
import org.mujian.chain.registry.TagLines;

/** The engine on files: what a command line needs of it. */
public final class ChainFiles {

  private ChainFiles() {}

  /**
   * @param wrongFields rows left out for their number of fields, the first of them on line {@code
   *     firstWrong}
   * @param rows of the file now; {@code items} different ones
   */
  public record Encoded(long read, long wrongFields, int firstWrong, int rows, int items) {}

  /**
   * Encodes a CSV file ({@link RegistryCsv}) into a registry file.
   *
   * @throws RegistryRefused when appending to a damaged one
   */
  public static Encoded encode(Path csv, Path file, boolean append, int threads)
      throws IOException {
    RegistryCsv.Read read;
    try (RegistryWriter writer =
        append ? RegistryWriter.append(file) : RegistryWriter.create(file)) {
      read = CsvEncoding.encode(csv, writer, threads);
    }
    EncodedRegistry registry = EncodedRegistry.open(file);
    return new Encoded(
        read.rows(), read.wrongFields(), read.firstWrong(), registry.rows(), registry.items());
  }

  /** Writes the tags of all rows as CSV: row, code, link, role, score, words. */
  public static void tag(Path file, Atlas atlas, int threads, Writer out) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(file);
    RegistryTagging tagging = RegistryTagging.of(registry, atlas, threads);
    out.write(TagLines.HEADER);
    StringBuilder lines = new StringBuilder();
    for (int segment = 0; segment < registry.segments(); segment++) {
      tagging.tags(
          segment,
          (row, tags) -> {
            lines.setLength(0);
            tags.forEach(tag -> TagLines.append(lines, row, registry.key(row), tag));
            out.append(lines);
          });
    }
  }

  /** Tags a CSV file without encoding it: the same lines as {@link #tag} writes. */
  public static TaggedCsv tagCsv(Path csv, Atlas atlas, int threads, Writer out)
      throws IOException {
    RegistryCsv.Read read = CsvTagging.tag(csv, atlas, threads, out);
    return new TaggedCsv(read.rows(), read.wrongFields(), read.firstWrong());
  }

  /** What was read, and left out for its number of fields, as {@link Encoded} tells it. */
  public record TaggedCsv(long read, long wrongFields, int firstWrong) {}

  /**
   * @param here enterprises of the region by the role that the link counts, {@code all} everywhere
   * @param quotient of location; absent when it cannot be computed
   * @param roles enterprises of the region by role, in the order of {@link Role}
   * @param yuan their registered capital
   * @param age mean years since registration, at the register's last year; absent without any
   */
  public record LinkHere(
      Link link,
      long here,
      long all,
      OptionalDouble quotient,
      List<Long> roles,
      long yuan,
      OptionalDouble age) {}

  /** Those that were registered in a year and are in the link by this role. */
  public record Entries(Link link, int year, Role role, long count) {}

  /**
   * @param completeness of the chain in the region, 0 to 1
   */
  public record Region(
      long enterprises, double completeness, List<LinkHere> links, List<Entries> entries) {}

  /**
   * @param region the first 2, 4 or 6 digits of a division's code
   */
  public static Region profile(Path file, Atlas atlas, String region, int threads)
      throws IOException {
    RegistryTagging tagging = RegistryTagging.of(EncodedRegistry.open(file), atlas, threads);
    Profile profile = Profile.of(TagTable.of(tagging, threads), region.length());
    int place = Integer.parseInt(region);
    List<LinkHere> links = atlas.links().stream().map(it -> here(profile, it, place)).toList();
    List<Entries> entries = new ArrayList<>();
    for (Link link : atlas.links()) {
      for (int year : profile.years()) {
        for (Role role : Role.values()) {
          long count = profile.entries(link.code(), role, place, year);
          if (count > 0) {
            entries.add(new Entries(link, year, role, count));
          }
        }
      }
    }
    return new Region(profile.enterprises(place), profile.completeness(place), links, entries);
  }

  private static LinkHere here(Profile profile, Link link, int place) {
    String code = link.code();
    return new LinkHere(
        link,
        profile.count(code, link.counts(), place),
        profile.count(code, link.counts(), null),
        profile.locationQuotient(code, place),
        Arrays.stream(Role.values()).map(role -> profile.count(code, role, place)).toList(),
        profile.yuan(code, place),
        profile.meanAge(code, place));
  }

  /** A pull with the names of its links. */
  public record Pull(List<PulledLink> links, double beyondUp, double beyondDown) {}

  public record PulledLink(Link link, double upstream, double downstream) {}

  /**
   * What a producer in a link draws after it, by an input-output table of one's own.
   *
   * @param sectors a file that tells the sector of each link; null when sectors' names begin with
   *     industry codes
   * @throws TableRefused in words
   */
  public static Pull pull(
      Atlas atlas, Path table, @Nullable Path sectors, String link, double output)
      throws IOException {
    InputOutput read;
    try (Reader csv = reader(table)) {
      read = TableCsv.read(csv);
    }
    Map<String, Integer> of;
    if (sectors == null) {
      of = TableCsv.sectors(atlas, read);
    } else {
      try (Reader csv = reader(sectors)) {
        of = TableCsv.sectors(csv, atlas, read);
      }
    }
    PullThrough.Answer answer = new PullThrough(atlas, read, of).of(link, output);
    return new Pull(
        answer.links().stream()
            .map(
                it ->
                    new PulledLink(
                        atlas.find(it.link()).orElseThrow(), it.upstream(), it.downstream()))
            .toList(),
        answer.beyondUp(),
        answer.beyondDown());
  }

  /** What is no UTF-8 becomes U+FFFD and is refused by name where it matters. */
  private static Reader reader(Path file) throws IOException {
    return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
  }

  /** A candidate with the parts of its score. */
  public record Ranked(
      String code,
      int division,
      int total,
      int role,
      int words,
      int leading,
      int industry,
      int neighbours,
      int capital) {}

  /** Enterprises outside {@code region} for a link, the best first. */
  public static List<Ranked> candidates(
      Path file, Atlas atlas, String link, String region, int most) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(file);
    return Candidates.rank(RegistryTagging.of(registry, atlas, 1), link, region, most).stream()
        .map(
            c ->
                new Ranked(
                    registry.key(c.row()),
                    c.division(),
                    c.total(),
                    c.role(),
                    c.words(),
                    c.leading(),
                    c.industry(),
                    c.neighbours(),
                    c.capital()))
        .toList();
  }

  /** What one round of work gave. */
  public record Counted(int rows, int items, long tags) {}

  /** Tags a whole registry and counts it by city: for measuring. */
  public static Counted count(Path file, Atlas atlas, int threads) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(file);
    RegistryTagging tagging = RegistryTagging.of(registry, atlas, threads);
    long[] tags = new long[1];
    tagging.sweep((row, link, role, words, leading, same) -> tags[0]++);
    Profile.of(TagTable.of(tagging, threads), 4);
    return new Counted(registry.rows(), registry.items(), tags[0]);
  }
}
