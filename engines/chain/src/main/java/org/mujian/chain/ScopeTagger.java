package org.mujian.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Verbs.Run;

/**
 * Places an enterprise in the links of an atlas by the words of its scope: left to right, the
 * longest word wins; what is excluded or boilerplate is not read; the verbs give the role, and where
 * there are none the name of a works (厂) does. Immutable; many threads may tag at once.
 */
public final class ScopeTagger {

  private static final String PART_ENDS = "、,:()/ \0及和与或";

  private final Atlas atlas;
  private final AtlasWords words;

  public ScopeTagger(Atlas atlas) {
    this.atlas = atlas;
    this.words = new AtlasWords(atlas);
  }

  public Atlas atlas() {
    return atlas;
  }

  /**
   * @param industry GB/T 4754 code of the enterprise, when known
   * @return in the order of their first words
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry) {
    return tag(scope, industry, null);
  }

  /**
   * @param name of the enterprise, when known
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry, @Nullable String name) {
    if (scope == null) {
      return List.of();
    }
    char[] folded = Folding.foldedChars(scope);
    if (!words.mayStandIn(folded)) {
      return List.of();
    }
    Reading reading = Reading.of(folded);
    Tags tags = new Tags(MakersName.tells(name));
    for (Reading.Item item : reading.items()) {
      for (Place place : places(reading.text(), item.start(), item.end(), item.role())) {
        tags.add(place, scope.substring(place.start, place.end), item.leading());
      }
    }
    return tags.list(industry);
  }

  /**
   * A word within an item.
   *
   * @param link its place in the atlas
   */
  public record Place(int link, int start, int end, Role role) {}

  /**
   * The words of one item: all that can be known of it without the rest of its scope.
   *
   * @param text as {@link Reading#text()} gives it
   * @param given the role under which the item stands
   */
  public List<Place> places(char[] text, int from, int to, Role given) {
    List<Place> places = new ArrayList<>(0);
    List<Run>[] runs = new List[1];
    words.take(
        text,
        from,
        to,
        (link, start, end) -> {
          if (isProduct(text, start, end, to, atlas.links().get(link))) {
            runs[0] = runs[0] == null ? Verbs.runs(text, from, to) : runs[0];
            places.add(new Place(link, start, end, role(text, start, end, runs[0], given)));
          }
        });
    return places;
  }

  private static Role role(char[] text, int start, int end, List<Run> runs, Role given) {
    Role own = Verbs.ownRole(text, start, end);
    if (own != null) {
      return own;
    }
    Run before = null;
    Run after = null;
    for (Run run : runs) {
      if (run.end() <= start) {
        before = run;
      } else if (run.start() >= end && after == null) {
        after = run;
      }
    }
    if (before == null && after == null) {
      return given;
    }
    if (before == null || after == null) {
      return before == null ? after.role() : before.role();
    }
    return before.role().orStronger(after.role());
  }

  /** Not「塑料制品机械」: what follows within the item tells of equipment, works or services. */
  private boolean isProduct(char[] text, int start, int end, int to, Link link) {
    if (link.counts() == Role.SERVES) {
      return true;
    }
    String word = new String(text, start, end - start);
    if (atlas.notProduct().stream().anyMatch(word::endsWith)) {
      return true;
    }
    int stop = end;
    while (stop < to && PART_ENDS.indexOf(text[stop]) < 0) {
      stop++;
    }
    List<Run> verbs = Verbs.runs(text, end, stop);
    int until =
        verbs.stream()
            .filter(run -> run.role() != Role.SERVES)
            .mapToInt(Run::start)
            .findFirst()
            .orElse(stop);
    String rest = new String(text, end, until - end);
    return atlas.notProduct().stream().noneMatch(rest::contains);
  }

  /** Collects the tags of one enterprise. */
  public final class Tags {
    private final boolean maker;
    private final Map<Integer, Found> found = new LinkedHashMap<>();

    /**
     * @param maker whether the enterprise's name tells of a works
     */
    public Tags(boolean maker) {
      this.maker = maker;
    }

    private static final class Found {
      final List<Tag.Word> words = new ArrayList<>();
      boolean leading;
    }

    /**
     * @param word as it is to be shown
     */
    public void add(Place place, String word, boolean leading) {
      Link link = atlas.links().get(place.link());
      Role role = place.role() == Role.UNSTATED && maker ? Role.MAKES : place.role();
      if (link.counts() == Role.TRADES && role == Role.MAKES) {
        return; // who makes unnamed goods trades in none of them
      }
      Found it = found.computeIfAbsent(place.link(), x -> new Found());
      it.words.add(new Tag.Word(word, place.start(), role));
      it.leading |= leading;
    }

    /** In the order of their first words. */
    public List<Tag> list(@Nullable String industry) {
      List<Tag> tags = new ArrayList<>(found.size());
      found.forEach(
          (index, it) -> {
            Link link = atlas.links().get(index);
            Role role = it.words.stream().map(Tag.Word::role).reduce(Role::orStronger).orElseThrow();
            boolean same =
                industry != null && link.industries().stream().anyMatch(industry::startsWith);
            tags.add(new Tag(link.code(), role, it.words, it.leading, same));
          });
      return tags;
    }
  }
}
