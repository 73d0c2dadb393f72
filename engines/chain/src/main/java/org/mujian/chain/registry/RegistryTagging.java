package org.mujian.chain.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;
import org.mujian.chain.Role;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;

/**
 * An atlas laid over an encoded registry: items that may hold its words tagged once each, rows
 * swept. Immutable once made; segments may be swept by several threads.
 */
public final class RegistryTagging {

  private static final int CHUNK = 1 << 13;

  private final EncodedRegistry registry;
  private final ScopeTagger tagger;
  private final ItemWords items;

  /** By link: {@link Industry#beginnings}. */
  private final int[][] industries;

  private RegistryTagging(EncodedRegistry registry, ScopeTagger tagger, ItemWords items) {
    this.registry = registry;
    this.tagger = tagger;
    this.items = items;
    this.industries =
        tagger.atlas().links().stream()
            .map(link -> Industry.beginnings(link.industries()))
            .toArray(int[][]::new);
  }

  /**
   * @param threads how many may work at once; the answer is the same for any number
   */
  public static RegistryTagging of(EncodedRegistry registry, Atlas atlas, int threads) {
    ScopeTagger tagger = new ScopeTagger(atlas);
    long[] marked = registry.mayHold(WordChanges.keywords(atlas));
    return new RegistryTagging(
        registry,
        tagger,
        ItemWords.join(registry.items(), find(registry, tagger, marked, threads)));
  }

  /**
   * The same registry under an atlas that was edited. When only words differ, only items that may
   * hold one of these are tagged again; when more differs, all are.
   */
  public RegistryTagging edited(Atlas atlas, int threads) {
    Optional<Set<String>> changed = WordChanges.between(atlas(), atlas);
    long[] marked = changed.isEmpty() ? null : registry.mayHold(changed.get());
    if (marked == null) {
      return of(registry, atlas, threads);
    }
    ScopeTagger next = new ScopeTagger(atlas);
    return new RegistryTagging(
        registry, next, items.with(marked, find(registry, next, marked, threads)));
  }

  /**
   * @param marked the items to look at; null for all
   */
  private static List<ItemWords.Part> find(
      EncodedRegistry registry, ScopeTagger tagger, long @Nullable [] marked, int threads) {
    return Parallel.map(
        threads,
        registry.batches(CHUNK),
        batch ->
            marked != null && !hasAny(marked, batch[0], batch[1])
                ? new ItemWords.Part(batch[0], batch[1])
                : find(registry.batch(batch[0], batch[1]), tagger, marked));
  }

  private static boolean hasAny(long[] marked, int first, int count) {
    for (int word = first >> 6; word <= first + count - 1 >> 6; word++) {
      if (marked[word] != 0) {
        return true;
      }
    }
    return false;
  }

  private static ItemWords.Part find(
      EncodedRegistry.Batch batch, ScopeTagger tagger, long @Nullable [] marked) {
    int count = batch.ends().length;
    ItemWords.Part part = new ItemWords.Part(batch.first(), count);
    for (int i = 0; i < count; i++) {
      int item = batch.first() + i;
      if (marked != null && (marked[item >> 6] & 1L << item) == 0) {
        continue;
      }
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
      for (ScopeTagger.Place place : found) {
        part.add(
            item, place, new String(batch.texts(), place.start(), place.end() - place.start()));
      }
    }
    return part;
  }

  /** Told of each tag, by row and within a row in the order of first words. */
  @FunctionalInterface
  public interface Sink {

    /**
     * @param words how many different ones
     * @param sameIndustry whether the row's industry code is one of the link's
     */
    void tag(Row row, int link, Role role, int words, boolean leading, boolean sameIndustry);
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

    /** By word: the row it was last met in, plus one. */
    private final int[] lastMet = new int[items.wordCount()];

    private int now;

    Sweep(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void row(EncodedRegistry.RowAt row, int[] places, int from, int to) {
      for (int i = from; i < to; i++) {
        if (items.has(places[i])) {
          tagged(row, places, from, i, to);
          return;
        }
      }
    }

    /**
     * @param first the first place that has a word
     */
    private void tagged(EncodedRegistry.RowAt row, int[] places, int from, int first, int to) {
      now = row.number() + 1;
      NameSays name = row.name();
      int leading = from + row.leading();
      for (int i = first; i < to; i++) {
        int item = places[i];
        if (items.has(item)) {
          for (int w = items.first(item); w < items.first(item + 1); w++) {
            add(w, name, i < leading);
          }
        }
      }
      if (linkCount > 0) {
        tell(new Row(row.number(), row.division(), row.year(), row.yuan()), row.industry());
      }
    }

    private void add(int word, NameSays name, boolean leading) {
      int link = items.link(word);
      Role role = tagger.roleIn(link, items.role(word), name);
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
      int text = items.word(word);
      if (lastMet[text] != now) {
        lastMet[text] = now;
        rowWords[at]++;
      }
    }

    private void grow() {
      int to = rowLinks.length * 2;
      rowLinks = Arrays.copyOf(rowLinks, to);
      rowRoles = Arrays.copyOf(rowRoles, to);
      rowLeading = Arrays.copyOf(rowLeading, to);
      rowWords = Arrays.copyOf(rowWords, to);
    }

    private void tell(Row row, int industry) {
      for (int i = 0; i < linkCount; i++) {
        int link = rowLinks[i];
        Role role = java.util.Objects.requireNonNull(rowRoles[i]);
        boolean same = industry != 0 && Industry.beginsWithAny(industry, industries[link]);
        sink.tag(row, link, role, rowWords[i], rowLeading[i], same);
        atLink[link] = 0;
      }
      linkCount = 0;
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
          (row, places, from, to) -> {
            ScopeTagger.Tags collected = tagger.new Tags(row.name());
            int n = 0;
            int leading = from + row.leading();
            for (int i = from; i < to; i++) {
              int item = places[i];
              for (int w = items.first(item); w < items.first(item + 1); w++, n++) {
                collected.add(
                    new ScopeTagger.Place(items.link(w), n, n, items.role(w)),
                    items.text(w),
                    i < leading);
              }
            }
            int industry = row.industry();
            try {
              each.row(
                  row.number(), collected.list(industry == 0 ? null : Industry.unpack(industry)));
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
