package org.mujian.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.Role;

/** Atlases made for measuring. */
final class BenchAtlases {

  private BenchAtlases() {}

  /** All words shared out over many links. */
  static Atlas large(List<String> words, int linkCount) {
    List<Link> links = new ArrayList<>();
    for (int link = 0; link < linkCount; link++) {
      List<String> own = new ArrayList<>();
      for (int word = link; word < words.size(); word += linkCount) {
        own.add(words.get(word));
      }
      links.add(
          new Link(
              "l" + link,
              "环节",
              "Link",
              Link.Group.MIDSTREAM,
              List.of(),
              own,
              List.of(),
              List.of(),
              List.of(),
              Role.MAKES));
    }
    return new Atlas("large", "大图谱", "Large", "1", LocalDate.EPOCH, "bench", List.of(), links);
  }

  /** Words that stand in the register and not in the atlas: the first links get them. */
  static List<String> further(Atlas atlas, List<String> candidates, int many) {
    List<String> shuffled = new ArrayList<>(candidates);
    java.util.Collections.shuffle(shuffled, new Random(5));
    return shuffled.stream()
        .filter(
            word ->
                atlas.links().stream()
                    .noneMatch(
                        link ->
                            link.keywords().stream()
                                .anyMatch(it -> it.contains(word) || word.contains(it))))
        .limit(many)
        .toList();
  }

  /** As an analyst would edit: further words for some links. */
  static Atlas edited(Atlas atlas, List<String> words) {
    List<Link> links = new ArrayList<>(atlas.links());
    for (int i = 0; i < words.size(); i++) {
      int at = i % Math.min(10, links.size());
      Link link = links.get(at);
      List<String> more = new ArrayList<>(link.keywords());
      more.add(words.get(i));
      links.set(
          at,
          new Link(
              link.code(),
              link.name(),
              link.nameEn(),
              link.group(),
              link.products(),
              more,
              link.exclusions(),
              link.industries(),
              link.feeds(),
              link.counts(),
              link.also(),
              link.whole(),
              link.inputs(),
              link.needs()));
    }
    return new Atlas(
        atlas.code(),
        atlas.name(),
        atlas.nameEn(),
        atlas.version(),
        atlas.validFrom(),
        atlas.source(),
        atlas.notProduct(),
        links);
  }

  static int keywords(Atlas atlas) {
    return atlas.links().stream().mapToInt(link -> link.keywords().size()).sum();
  }
}
