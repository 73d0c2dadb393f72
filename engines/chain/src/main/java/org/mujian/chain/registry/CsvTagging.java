package org.mujian.chain.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;

/**
 * Tags a CSV file straight, by parts on several threads, without encoding it: for a register that
 * is tagged once. The file is read three times: to find its parts, to find which rows are replaced
 * by later ones, to tag. What it answers is what {@link RegistryTagging} answers of the encoded
 * file.
 */
public final class CsvTagging {

  private static final int STRETCH = 1 << 22;

  private final CsvFile file;
  private final int threads;

  private CsvTagging(CsvFile file, int threads) {
    this.file = file;
    this.threads = threads;
  }

  /** Writes the tags of all rows, in their order, as {@link TagLines}. */
  public static RegistryCsv.Read tag(Path csv, Atlas atlas, int threads, Writer out)
      throws IOException {
    try (CsvFile file = CsvFile.open(csv)) {
      out.write(TagLines.HEADER);
      return new CsvTagging(file, threads).tag(new ScopeTagger(atlas), out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private RegistryCsv.Read tag(ScopeTagger tagger, Writer out) throws IOException {
    RegistryCsv csv = file.columns();
    List<CsvScan.Part> parts = file.parts(STRETCH, threads);
    LastRows last = new LastRows();
    List<Integer> firsts = new ArrayList<>();
    RegistryCsv.Read[] whole = {new RegistryCsv.Read(0, 0, 0)};
    Parallel.each(
        threads,
        parts,
        part -> keys(csv, part),
        keys -> {
          int first = Math.toIntExact(whole[0].rows());
          firsts.add(first);
          keys.into(last, first);
          whole[0] = whole[0].and(keys.read);
        });
    Parallel.each(
        threads,
        IntStream.range(0, parts.size()).boxed().toList(),
        i -> lines(csv, parts.get(i), firsts.get(i), last, tagger),
        lines -> CsvFile.unchecked(() -> out.append(lines)));
    return whole[0];
  }

  private Keys keys(RegistryCsv csv, CsvScan.Part part) {
    Keys keys = new Keys();
    keys.read =
        CsvFile.unchecked(
            () -> csv.rows(part, file.stream(part), row -> keys.add(row.packedKey())));
    return keys;
  }

  private StringBuilder lines(
      RegistryCsv csv, CsvScan.Part part, int first, LastRows last, ScopeTagger tagger) {
    StringBuilder lines = new StringBuilder();
    int[] next = {first};
    CsvFile.unchecked(
        () ->
            csv.rows(
                part,
                file.stream(part),
                row -> {
                  int number = next[0]++;
                  if (!row.mayHold(tagger)) {
                    return;
                  }
                  RowKey key = row.packedKey();
                  if (key != null && last.isReplaced(key, number)) {
                    return;
                  }
                  List<Tag> tags = row.tags(tagger);
                  String code = tags.isEmpty() || key == null ? "" : key.code();
                  for (Tag tag : tags) {
                    TagLines.append(lines, number, code, tag);
                  }
                }));
    return lines;
  }

  /** The credit codes of a part's rows, as pairs of numbers. */
  private static final class Keys {
    private long[] halves = new long[1 << 12];
    private int size;
    private RegistryCsv.Read read = new RegistryCsv.Read(0, 0, 0);

    void add(@Nullable RowKey key) {
      if (size == halves.length) {
        halves = Arrays.copyOf(halves, 2 * size);
      }
      halves[size++] = key == null ? -1 : key.high();
      halves[size++] = key == null ? -1 : key.low();
    }

    void into(LastRows last, int first) {
      for (int i = 0; i < size; i += 2) {
        if (halves[i] >= 0) {
          last.put(halves[i], halves[i + 1], first + i / 2);
        }
      }
    }
  }
}
