package org.mujian.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places an enterprise in the links of an atlas by the words of its scope: left to right, the
 * longest word wins; what is excluded or boilerplate is not read; the verbs of the same phrase give
 * the role. One reading may run in many threads.
 */
public final class ScopeTagger {

  private static final String PHRASE_ENDS = ";。*";
  private static final String ITEM_ENDS = "、,:()/ \0及和与或";

  private final Atlas atlas;
  private final Words words;

  public ScopeTagger(Atlas atlas) {
    this.atlas = atlas;
    this.words = new Words(atlas);
  }

  public Atlas atlas() {
    return atlas;
  }

  /**
   * @param industry GB/T 4754 code of the enterprise, when known
   * @return in the order of their first words
   */
  public List<Tag> tag(@Nullable String scope, @Nullable String industry) {
    if (scope == null || !words.mayStandIn(ScopeText.normalise(scope))) {
      return List.of();
    }
    Reading reading = new Reading(scope);
    reading.read();
    return reading.tags(industry);
  }

  /** One reading of one scope. */
  private final class Reading {
    private final String scope;
    private final String text;
    private final Map<Link, List<Tag.Word>> found = new LinkedHashMap<>();
    private int firstPhraseEnd = -1;

    Reading(String scope) {
      this.scope = scope;
      this.text = ScopeText.of(scope);
    }

    void read() {
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || PHRASE_ENDS.indexOf(text.charAt(i)) >= 0) {
          phrase(start, i);
          start = i + 1;
        }
      }
    }

    private void phrase(int start, int end) {
      String phrase = text.substring(start, end);
      if (phrase.chars().allMatch(c -> c == ScopeText.SILENT || c == ' ' || c == ')')) {
        return;
      }
      if (firstPhraseEnd < 0) {
        firstPhraseEnd = end;
      }
      Verbs verbs = null;
      for (int i = 0; i < phrase.length(); ) {
        Words.Found word = words.longestAt(phrase, i);
        if (word == null || Words.splitsLatin(phrase, i, word.end())) {
          i++;
          continue;
        }
        Link link = word.link();
        if (link != null && isProduct(phrase, i, word.end(), link)) {
          verbs = verbs == null ? new Verbs(phrase) : verbs;
          add(link, start + i, start + word.end(), role(verbs, phrase, i, word.end()));
        }
        i = word.end();
      }
    }

    private void add(Link link, int start, int end, Role role) {
      found
          .computeIfAbsent(link, x -> new ArrayList<>())
          .add(new Tag.Word(scope.substring(start, end), start, role));
    }

    List<Tag> tags(@Nullable String industry) {
      List<Tag> tags = new ArrayList<>();
      found.forEach(
          (link, places) -> {
            Role role = places.stream().map(Tag.Word::role).reduce(Role::orStronger).orElseThrow();
            boolean leading = places.getFirst().start() < firstPhraseEnd;
            boolean same =
                industry != null && link.industries().stream().anyMatch(industry::startsWith);
            tags.add(new Tag(link.code(), role, places, leading, same));
          });
      return tags;
    }
  }

  private static Role role(Verbs verbs, String phrase, int start, int end) {
    Role own = Verbs.ownRole(phrase.substring(start, end));
    return own != null ? own : verbs.roleOf(start, end);
  }

  /** Not「塑料制品机械」: what follows within the item tells of equipment, works or services. */
  private boolean isProduct(String phrase, int start, int end, Link link) {
    String word = phrase.substring(start, end);
    if (link.counts() == Role.SERVES || atlas.notProduct().stream().anyMatch(word::endsWith)) {
      return true;
    }
    int stop = end;
    while (stop < phrase.length() && ITEM_ENDS.indexOf(phrase.charAt(stop)) < 0) {
      stop++;
    }
    String rest = phrase.substring(end, stop);
    String before = rest.substring(0, Verbs.goodsVerb(rest));
    return atlas.notProduct().stream().noneMatch(before::contains);
  }
}
