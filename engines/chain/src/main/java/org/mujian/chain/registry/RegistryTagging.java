package org.mujian.chain.registry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;
import org.mujian.chain.Role;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;

/**
 * An atlas laid over an encoded registry: each item tagged once, rows swept. Immutable once made;
 * segments may be swept by several threads.
 */
public final class RegistryTagging {

  private static final int CHUNK = 1 << 13;

  private final EncodedRegistry registry;
  private final ScopeTagger tagger;

  /** By item: where its words begin; those of the next end them. */
  private final int[] firsts;

  private final long[] hasWords;
  private final int[] links;
  private final Role[] roles;
  private final int[] words;
  private final List<String> texts;

  /** What is found in the items from {@code from} on, before it is put together. */
  private record Found(
      int from, int[] counts, List<ScopeTagger.Place> places, List<String> words) {}

  private RegistryTagging(EncodedRegistry registry, ScopeTagger tagger, List<Found> found) {
    this.registry = registry;
    this.tagger = tagger;
    int total = found.stream().mapToInt(f -> f.places.size()).sum();
    firsts = new int[registry.items() + 1];
    hasWords = new long[(registry.items() >> 6) + 1];
    links = new int[total];
    roles = new Role[total];
    words = new int[total];
    texts = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int at = 0;
    for (Found part : found) {
      for (int i = 0; i < part.counts.length; i++) {
        int item = part.from + i;
        if (part.counts[i] > 0) {
          hasWords[item >> 6] |= 1L << item;
        }
        firsts[item + 1] = firsts[item] + part.counts[i];
      }
      for (int i = 0; i < part.places.size(); i++, at++) {
        links[at] = part.places.get(i).link();
        roles[at] = part.places.get(i).role();
        words[at] = numbers.computeIfAbsent(part.words.get(i), this::newText);
      }
    }
  }

  private int newText(String text) {
    texts.add(text);
    return texts.size() - 1;
  }

  /**
   * @param threads how many may work at once; the answer is the same for any number
   */
  public static RegistryTagging of(EncodedRegistry registry, Atlas atlas, int threads) {
    ScopeTagger tagger = new ScopeTagger(atlas);
    List<Found> found =
        Parallel.map(
            threads,
            registry.batches(CHUNK),
            batch -> find(registry.batch(batch[0], batch[1]), tagger));
    return new RegistryTagging(registry, tagger, found);
  }

  private static Found find(EncodedRegistry.Batch batch, ScopeTagger tagger) {
    int[] counts = new int[batch.ends().length];
    List<ScopeTagger.Place> places = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      byte kind = batch.kinds()[i];
      List<ScopeTagger.Place> found =
          tagger.places(
              batch.texts(),
              new Reading.Item(
                  batch.start(i),
                  batch.ends()[i],
                  Kinds.role(kind),
                  false,
                  Kinds.ofMachines(kind)));
      counts[i] = found.size();
      for (ScopeTagger.Place place : found) {
        places.add(place);
        words.add(new String(batch.texts(), place.start(), place.end() - place.start()));
      }
    }
    return new Found(batch.first(), counts, places, words);
  }

  /** Told of each tag, by row and within a row in the order of first words. */
  @FunctionalInterface
  public interface Sink {

    /**
     * @param words how many different ones
     */
    void tag(Row row, int link, Role role, int words, boolean leading);
  }

  /** A row with a tag. */
  public record Row(int number, int division, int year, long yuan) {}

  public int segments() {
    return registry.segments();
  }

  /** All tags of one segment's rows. */
  public void sweep(int segment, Sink sink) {
    registry.read(segment, new Sweep(sink));
  }

  /** The tags of all rows, in their order. */
  public void sweep(Sink sink) {
    for (int segment = 0; segment < registry.segments(); segment++) {
      sweep(segment, sink);
    }
  }

  /**
   * One pass; gathers the links of a row. Links seldom are many: small arrays, searched in turn.
   */
  private final class Sweep implements EncodedRegistry.RowReader {
    private final Sink sink;
    private final int[] atLink = new int[tagger.atlas().links().size()];
    private int[] rowLinks = new int[16];
    private @Nullable Role[] rowRoles = new Role[16];
    private boolean[] rowLeading = new boolean[16];
    private int[] rowWords = new int[16];
    private int linkCount;
    private long[] seen = new long[64];
    private int seenCount;

    Sweep(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void row(
        int row,
        NameSays name,
        int division,
        int year,
        long yuan,
        ByteBuffer places,
        int at,
        int count,
        int leading) {
      for (int i = 0; i < count; i++) {
        int item = places.getInt(at + 4 * i);
        if ((hasWords[item >> 6] & 1L << item) != 0) {
          for (int w = firsts[item]; w < firsts[item + 1]; w++) {
            add(w, name, i < leading);
          }
        }
      }
      if (linkCount > 0) {
        tell(new Row(row, division, year, yuan));
      }
    }

    private void add(int word, NameSays name, boolean leading) {
      int link = links[word];
      Role role = tagger.roleIn(link, roles[word], name);
      if (role == null) {
        return;
      }
      int at = atLink[link] - 1;
      if (at < 0) {
        at = linkCount++;
        if (at == rowLinks.length) {
          grow();
        }
        atLink[link] = at + 1;
        rowLinks[at] = link;
        rowRoles[at] = role;
        rowLeading[at] = leading;
        rowWords[at] = 0;
      }
      Role before = rowRoles[at];
      rowRoles[at] = before == null || role.compareTo(before) < 0 ? role : before;
      rowLeading[at] |= leading;
      rowWords[at] += isNew((long) link << 32 | words[word]) ? 1 : 0;
    }

    private void grow() {
      int to = rowLinks.length * 2;
      rowLinks = Arrays.copyOf(rowLinks, to);
      rowRoles = Arrays.copyOf(rowRoles, to);
      rowLeading = Arrays.copyOf(rowLeading, to);
      rowWords = Arrays.copyOf(rowWords, to);
    }

    private boolean isNew(long linkAndWord) {
      for (int i = 0; i < seenCount; i++) {
        if (seen[i] == linkAndWord) {
          return false;
        }
      }
      if (seenCount == seen.length) {
        seen = Arrays.copyOf(seen, seenCount * 2);
      }
      seen[seenCount++] = linkAndWord;
      return true;
    }

    private void tell(Row row) {
      for (int i = 0; i < linkCount; i++) {
        Role role = java.util.Objects.requireNonNull(rowRoles[i]);
        sink.tag(row, rowLinks[i], role, rowWords[i], rowLeading[i]);
        atLink[rowLinks[i]] = 0;
      }
      linkCount = 0;
      seenCount = 0;
    }
  }

  /** Told of each row that is not replaced, with its tags. */
  @FunctionalInterface
  public interface RowTags {
    void row(int row, List<Tag> tags) throws java.io.IOException;
  }

  /**
   * The rows of a segment with their tags and words, these folded; a word's start is its place in
   * the order of the row's words, as the encoded registry keeps no scope.
   */
  public void tags(int segment, RowTags each) throws java.io.IOException {
    try {
      registry.read(
          segment,
          (row, name, division, year, yuan, places, at, count, leading) -> {
            ScopeTagger.Tags collected = tagger.new Tags(name);
            int n = 0;
            for (int i = 0; i < count; i++) {
              int item = places.getInt(at + 4 * i);
              for (int w = firsts[item]; w < firsts[item + 1]; w++, n++) {
                collected.add(
                    new ScopeTagger.Place(links[w], n, n, roles[w]),
                    texts.get(words[w]),
                    i < leading);
              }
            }
            try {
              each.row(row, collected.list(null));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  public EncodedRegistry registry() {
    return registry;
  }

  public Atlas atlas() {
    return tagger.atlas();
  }
}
