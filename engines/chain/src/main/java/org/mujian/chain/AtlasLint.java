package org.mujian.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be a mistake in an atlas and is no reason to refuse it. What must not be (cycles, words
 * that cover each other, edges to nowhere) is refused when the atlas is read.
 */
public final class AtlasLint {

  /**
   * @param word empty when the whole link is meant
   */
  public record Finding(String link, String word, String why) {}

  private AtlasLint() {}

  /** Links that no other feeds though they are no beginning, and links alone. */
  public static List<Finding> unreachable(Atlas atlas) {
    List<Finding> findings = new ArrayList<>();
    for (Link link : atlas.links()) {
      boolean fed = !atlas.upstreamOf(link).isEmpty();
      boolean beginning = link.group() == Link.Group.UPSTREAM || link.group() == Link.Group.SUPPORT;
      if (!fed && !beginning) {
        findings.add(new Finding(link.code(), "", "没有任何环节供给它，从上游走不到这里"));
      } else if (!fed && link.group() == Link.Group.UPSTREAM && link.feeds().isEmpty()) {
        findings.add(new Finding(link.code(), "", "既没有上游也没有下游"));
      }
    }
    return findings;
  }

  /**
   * Keywords that stand in more than a share of all scopes: they tell little, or something else.
   *
   * @param share of 1
   */
  public static List<Finding> tooCommon(Atlas atlas, Iterable<String> scopes, double share) {
    List<String> words = new ArrayList<>();
    List<String> links = new ArrayList<>();
    for (Link link : atlas.links()) {
      for (String word : link.keywords()) {
        words.add(word);
        links.add(link.code());
      }
    }
    Matcher matcher = Matcher.of(words);
    int[] scopesWith = new int[words.size()];
    int[] lastSeen = new int[words.size()];
    int[] total = new int[1];
    for (String scope : scopes) {
      int now = ++total[0];
      matcher.match(
          scope,
          (word, end) -> {
            scopesWith[word] += lastSeen[word] == now ? 0 : 1;
            lastSeen[word] = now;
          });
    }
    Map<Integer, Double> common = new LinkedHashMap<>();
    for (int word = 0; word < scopesWith.length; word++) {
      if (scopesWith[word] > share * total[0]) {
        common.put(word, 100.0 * scopesWith[word] / total[0]);
      }
    }
    return common.entrySet().stream()
        .map(
            it ->
                new Finding(
                    links.get(it.getKey()),
                    words.get(it.getKey()),
                    "出现在 %.1f%% 的经营范围里，说明不了什么".formatted(it.getValue())))
        .toList();
  }
}
