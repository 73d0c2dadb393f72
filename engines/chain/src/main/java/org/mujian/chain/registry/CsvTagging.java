package org.mujian.chain.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mujian.chain.Atlas;
import org.mujian.chain.NameSays;
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

  /** Parts in work at once for each thread: some take longer than others. */
  private static final int WINDOW = 6;

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
    RegistryCsv.Read whole = new RegistryCsv.Read(0, 0, 0);
    int step = WINDOW * threads;
    for (int from = 0; from < parts.size(); from += step) {
      List<CsvScan.Part> some = parts.subList(from, Math.min(parts.size(), from + step));
      for (Keys keys : Parallel.map(threads, some, part -> keys(csv, part))) {
        int first = Math.toIntExact(whole.rows());
        firsts.add(first);
        for (int i = 0; i < keys.keys.size(); i++) {
          last.put(keys.keys.get(i), first + i);
        }
        whole = whole.and(keys.read);
      }
    }
    for (int from = 0; from < parts.size(); from += step) {
      List<Integer> numbers =
          IntStream.range(from, Math.min(parts.size(), from + step)).boxed().toList();
      for (StringBuilder lines :
          Parallel.map(
              threads, numbers, i -> lines(csv, parts.get(i), firsts.get(i), last, tagger))) {
        out.append(lines);
      }
    }
    return whole;
  }

  private record Keys(List<String> keys, RegistryCsv.Read read) {}

  private Keys keys(RegistryCsv csv, CsvScan.Part part) {
    List<String> keys = new ArrayList<>();
    return new Keys(keys, CsvFile.unchecked(() -> csv.keys(part, file.stream(part), keys::add)));
  }

  private StringBuilder lines(
      RegistryCsv csv, CsvScan.Part part, int first, LastRows last, ScopeTagger tagger) {
    StringBuilder lines = new StringBuilder();
    int[] row = {first};
    CsvFile.unchecked(
        () ->
            csv.read(
                part,
                file.stream(part),
                it -> {
                  if (!last.isReplaced(it.key(), row[0])) {
                    for (Tag tag : tags(tagger, it)) {
                      TagLines.append(lines, row[0], it.key(), tag);
                    }
                  }
                  row[0]++;
                }));
    return lines;
  }

  /** The tags of one enterprise. */
  public static List<Tag> tags(ScopeTagger tagger, Enterprise it) {
    String industry = it.industry().isEmpty() ? null : it.industry();
    List<Tag> tags = tagger.tag(it.scope(), industry);
    if (tags.isEmpty()) {
      return tags; // a name changes roles and takes tags away; it gives none
    }
    NameSays name = NameSays.of(it.name());
    return name == NameSays.NOTHING ? tags : tagger.tag(it.scope(), industry, name);
  }
}
