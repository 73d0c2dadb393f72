package org.mujian.chain.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mujian.chain.Atlas;
import org.mujian.chain.Folding;
import org.mujian.chain.Link;

/** Which words of an atlas were changed by an edit. */
final class WordChanges {

  private WordChanges() {}

  static Set<String> keywords(Atlas atlas) {
    Set<String> words = new HashSet<>();
    atlas.links().forEach(link -> link.keywords().forEach(word -> words.add(Folding.fold(word))));
    return words;
  }

  /**
   * All words whose meaning differs, folded; empty when links differ in more than words, so that
   * nothing can be said of single ones.
   */
  static Optional<Set<String>> between(Atlas before, Atlas after) {
    if (before.links().size() != after.links().size()
        || !before.notProduct().equals(after.notProduct())) {
      return Optional.empty();
    }
    Set<String> changed = new HashSet<>();
    for (int i = 0; i < before.links().size(); i++) {
      Link old = before.links().get(i);
      Link now = after.links().get(i);
      if (!old.code().equals(now.code()) || old.counts() != now.counts()) {
        return Optional.empty();
      }
      if (old.whole() != now.whole() || !endings(before, old).equals(endings(after, now))) {
        changed.addAll(old.keywords()); // what may follow its words is judged anew
        changed.addAll(now.keywords());
      }
    }
    Map<String, List<Integer>> were = meanings(before);
    Map<String, List<Integer>> are = meanings(after);
    were.forEach((word, links) -> addUnless(links.equals(are.get(word)), word, changed));
    are.forEach((word, links) -> addUnless(links.equals(were.get(word)), word, changed));
    Set<String> folded = new HashSet<>();
    changed.forEach(word -> folded.add(Folding.fold(word)));
    return Optional.of(folded);
  }

  private static void addUnless(boolean same, String word, Set<String> changed) {
    if (!same) {
      changed.add(word);
    }
  }

  /** The words of the atlas that one of the link's own ends in. */
  private static Set<String> endings(Atlas atlas, Link link) {
    Set<String> endings = new HashSet<>();
    for (String other : atlas.notProduct()) {
      if (link.keywords().stream().anyMatch(word -> word.endsWith(other))) {
        endings.add(other);
      }
    }
    return endings;
  }

  /** By word: the links it places in; -1 for an exclusion. */
  private static Map<String, List<Integer>> meanings(Atlas atlas) {
    Map<String, List<Integer>> meanings = new HashMap<>();
    for (int i = 0; i < atlas.links().size(); i++) {
      for (String word : atlas.links().get(i).keywords()) {
        meanings.computeIfAbsent(word, x -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < atlas.links().size(); i++) {
      for (String word : atlas.links().get(i).also()) {
        meanings.computeIfAbsent(word, x -> new ArrayList<>()).add(i);
      }
    }
    for (Link link : atlas.links()) {
      link.exclusions().forEach(word -> meanings.putIfAbsent(word, List.of(-1)));
    }
    return meanings;
  }
}
