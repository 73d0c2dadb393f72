package org.mujian.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Verbs.Run;

/**
 * Places an enterprise in the links of an atlas by the words of its scope: left to right, the
 * longest word wins; what is excluded or boilerplate is not read; the verbs give the role, and
 * where there are none the name of a works (厂) does. Immutable; many threads may tag at once.
 */
public final class ScopeTagger {

  private final Atlas atlas;
  private final AtlasWords words;

  /** By link: what, following a word, tells that its product is not meant. */
  private final List<List<String>> notProduct;

  public ScopeTagger(Atlas atlas) {
    this.atlas = atlas;
    this.words = new AtlasWords(atlas);
    this.notProduct = atlas.links().stream().map(link -> notProduct(atlas, link)).toList();
  }

  /** A link whose own words end in 设备 is not led astray by 设备. */
  private static List<String> notProduct(Atlas atlas, Link link) {
    return link.counts() == Role.SERVES
        ? List.of()
        : atlas.notProduct().stream()
            .filter(other -> link.keywords().stream().noneMatch(word -> word.endsWith(other)))
            .toList();
  }

  public Atlas atlas() {
    return atlas;
  }

  /**
   * @param industry GB/T 4754 code of the enterprise, when known
   * @return in the order of their first words
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry) {
    return tag(scope, industry, NameSays.NOTHING);
  }

  /**
   * @param name what the enterprise's name says of it
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry, NameSays name) {
    return tag(scope, industry, () -> name);
  }

  /**
   * @param name asked only when a word is found: it changes roles and takes tags away, and gives
   *     none
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry, Supplier<NameSays> name) {
    if (scope == null) {
      return List.of();
    }
    char[] folded = Folding.foldedChars(scope);
    WordEnds ends = words.endsIn(folded);
    if (ends.isEmpty()) {
      return List.of();
    }
    Reading reading = Reading.of(folded, ends::hasWithin);
    Tags tags = null;
    for (Reading.Item item : reading.items()) {
      if (!item.ofMachines() && !ends.hasWithin(item.start(), item.end())) {
        continue;
      }
      for (Place place : places(folded, item)) {
        tags = tags == null ? new Tags(name.get()) : tags;
        tags.add(place, scope.substring(place.start, place.end), item.leading());
      }
    }
    return tags == null
        ? List.of()
        : tags.list(industry == null || industry.isEmpty() ? null : industry);
  }

  /**
   * Whether any word may stand in a scope, told from its bytes: most scopes hold none, and need not
   * be made text.
   */
  public boolean mayTag(byte[] utf8, int from, int to) {
    return words.mayStandIn(utf8, from, to);
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
   */
  public List<Place> places(char[] text, Reading.Item item) {
    if (!item.ofMachines()) {
      return places(text, item.start(), item.end(), item.role());
    }
    String branch = new String(text, item.start(), item.end() - item.start());
    char[] whole = (branch + Attributes.HEAD).toCharArray();
    return places(whole, 0, whole.length, item.role()).stream()
        .map(
            place ->
                new Place(
                    place.link,
                    item.start() + Math.min(place.start, branch.length() - 1),
                    item.start() + Math.min(place.end, branch.length()),
                    place.role))
        .toList();
  }

  private List<Place> places(char[] text, int from, int to, Role given) {
    List<Place> places = new ArrayList<>(0);
    words.take(
        text,
        from,
        to,
        (link, start, end) -> {
          if (atlas.links().get(link).whole() && !Nouns.isWhole(text, from, start, end, to)) {
            return false;
          }
          if (isProduct(text, start, end, to, link)) {
            places.add(new Place(link, start, end, given));
          }
          return true;
        });
    if (places.size() > 1) {
      dropAttributes(text, places);
    }
    if (!places.isEmpty()) {
      List<Run> runs = Verbs.runs(text, from, to);
      places.replaceAll(p -> new Place(p.link, p.start, p.end, role(p, text, runs, given)));
    }
    return places;
  }

  private static void dropAttributes(char[] text, List<Place> places) {
    for (int i = places.size() - 2; i >= 0; i--) {
      Place place = places.get(i);
      int next = i + 1;
      while (next < places.size() && places.get(next).start < place.end) {
        next++; // the same word in another link
      }
      if (next < places.size()
          && Nouns.isAttribute(text, place.start, place.end, places.get(next).start)) {
        places.remove(i);
      }
    }
  }

  /** Who names a service performs it, unless another verb says what he does with it. */
  private Role role(Place place, char[] text, List<Run> runs, Role given) {
    boolean service = atlas.links().get(place.link).counts() == Role.SERVES;
    Role own = Verbs.ownRole(text, place.start, place.end);
    if (own != null) {
      return service ? Role.SERVES : own;
    }
    Role role = role(text, place.start, place.end, runs, given);
    return service && role == Role.UNSTATED ? Role.SERVES : role;
  }

  private static Role role(char[] text, int start, int end, List<Run> runs, Role given) {
    Run before = null;
    Run after = null;
    for (Run run : runs) {
      if (isInBracketsApart(text, run.start(), start)) {
        continue;
      }
      if (run.end() <= start) {
        before = run;
      } else if (run.start() >= end && after == null) {
        after = run;
      }
    }
    if (before == null) {
      return after == null ? given : after.role();
    }
    return after == null ? before.role() : before.role().orStronger(after.role());
  }

  /** Whether a bracket opens or closes between a word and a verb that stands within brackets. */
  private static boolean isInBracketsApart(char[] text, int verb, int word) {
    int depth = 0;
    int from = Math.min(verb, word);
    int to = Math.max(verb, word);
    for (int i = from; i < to; i++) {
      if (text[i] == '(') {
        depth++;
      } else if (text[i] == ')') {
        depth--;
      }
    }
    return verb < word ? depth < 0 : depth > 0;
  }

  /** Not「塑料制品机械」: what follows within the item tells of equipment, works or services. */
  private boolean isProduct(char[] text, int start, int end, int to, int link) {
    if (end == to) {
      return true; // nothing follows
    }
    String word = new String(text, start, end - start);
    for (String other : atlas.notProduct()) {
      if (word.endsWith(other)) {
        return true;
      }
    }
    int from = Nouns.afterNote(text, end, to);
    int until = Verbs.firstOfGoods(text, from, to);
    int stop = from;
    while (stop < until && Nouns.PART_ENDS.indexOf(text[stop]) < 0) {
      stop++;
    }
    String rest = new String(text, from, stop - from);
    List<String> others = notProduct.get(link);
    for (String other : others) {
      if (rest.contains(other)) {
        return false;
      }
    }
    return !(others.contains(Attributes.HEAD) && Nouns.isMachine(rest));
  }

  /**
   * The role that a word gives its enterprise in a link, or null for none: who makes unnamed goods
   * of a link of trade trades in none of them.
   */
  public @Nullable Role roleIn(int link, Role ofWord, NameSays name) {
    Role role = name.orElse(ofWord);
    return atlas.links().get(link).counts() == Role.TRADES && role == Role.MAKES ? null : role;
  }

  /** Collects the tags of one enterprise. */
  public final class Tags {
    private final NameSays name;
    private final Map<Integer, Found> found = new LinkedHashMap<>();

    /**
     * @param name what the enterprise's name says
     */
    public Tags(NameSays name) {
      this.name = name;
    }

    private static final class Found {
      final List<Tag.Word> words = new ArrayList<>(2);
      Role role;
      boolean leading;

      Found(Role role) {
        this.role = role;
      }
    }

    /**
     * @param word as it is to be shown
     */
    public void add(Place place, String word, boolean leading) {
      Role role = roleIn(place.link(), place.role(), name);
      if (role == null) {
        return;
      }
      Found it = found.computeIfAbsent(place.link(), x -> new Found(role));
      it.role = it.role.orStronger(role);
      it.words.add(new Tag.Word(word, place.start(), role));
      it.leading |= leading;
    }

    /** In the order of their first words. */
    public List<Tag> list(@Nullable String industry) {
      List<Tag> tags = new ArrayList<>(found.size());
      found.forEach(
          (index, it) -> {
            Link link = atlas.links().get(index);
            boolean same =
                industry != null && link.industries().stream().anyMatch(industry::startsWith);
            tags.add(new Tag(link.code(), it.role, it.words, it.leading, same));
          });
      return tags;
    }
  }
}
