package org.mujian.chain;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.mujian.chain.profile.Candidates;
import org.mujian.chain.profile.Profile;
import org.mujian.chain.profile.TagTable;
import org.mujian.chain.registry.CsvEncoding;
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

  /**
   * @param quotient of location; absent when it cannot be computed
   */
  public record LinkHere(Link link, long here, long all, OptionalDouble quotient) {}

  /**
   * @param completeness of the chain in the region, 0 to 1
   */
  public record Region(long enterprises, double completeness, List<LinkHere> links) {}

  /**
   * @param region the first 2, 4 or 6 digits of a division's code
   */
  public static Region profile(Path file, Atlas atlas, String region, int threads)
      throws IOException {
    RegistryTagging tagging = RegistryTagging.of(EncodedRegistry.open(file), atlas, threads);
    Profile profile = Profile.of(TagTable.of(tagging, threads), region.length());
    int place = Integer.parseInt(region);
    List<LinkHere> links =
        atlas.links().stream()
            .map(
                link ->
                    new LinkHere(
                        link,
                        profile.count(link.code(), link.counts(), place),
                        profile.count(link.code(), link.counts(), null),
                        profile.locationQuotient(link.code(), place)))
            .toList();
    return new Region(profile.enterprises(place), profile.completeness(place), links);
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
