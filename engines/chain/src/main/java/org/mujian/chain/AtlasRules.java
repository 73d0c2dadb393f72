package org.mujian.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold in an atlas beyond its form. Each rule is one method. */
final class AtlasRules {

  private static final Pattern INDUSTRY = Pattern.compile("[A-T]\\d{2,4}");

  private final Atlas atlas;
  private final List<String> faults = new ArrayList<>();

  private AtlasRules(Atlas atlas) {
    this.atlas = atlas;
  }

  static List<String> faultsOf(Atlas atlas) {
    AtlasRules rules = new AtlasRules(atlas);
    rules.codesAreUnique();
    rules.keywordsAreLongEnoughAndUnique();
    for (Link link : atlas.links()) {
      rules.noKeywordCoversAnother(link);
      rules.exclusionsCanAct(link);
      rules.sharedWordsAreWordsOfAnother(link);
      rules.industriesAreCodes(link);
      rules.edgesLeadToLinks(link);
      rules.inputsComeFromLinksThatFeedIt(link);
    }
    if (rules.faults.isEmpty()) {
      rules.nothingFeedsItself();
    }
    return rules.faults;
  }

  private void codesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Link link : atlas.links()) {
      if (!seen.add(link.code())) {
        faults.add("环节代码“" + link.code() + "”出现了两次");
      }
    }
  }

  private void keywordsAreLongEnoughAndUnique() {
    Map<String, String> holders = new HashMap<>();
    for (Link link : atlas.links()) {
      for (String word : link.keywords()) {
        if (word.length() < 2) {
          faults.add("环节 " + link.code() + " 的关键词“" + word + "”太短，至少两个字");
        }
        String other = holders.putIfAbsent(word, link.code());
        if (other != null) {
          faults.add("关键词“" + word + "”同时属于环节 " + other + " 和 " + link.code());
        }
      }
    }
  }

  /** 「二甲苯」beside「甲苯」adds nothing: the shorter one already finds every such scope. */
  private void noKeywordCoversAnother(Link link) {
    for (String longer : link.keywords()) {
      for (String shorter : link.keywords()) {
        int at = longer.indexOf(shorter);
        if (!longer.equals(shorter)
            && at >= 0
            && !isNeededAgainstOthers(link, longer, shorter)
            && !(link.whole() && isAnotherNoun(longer, at, at + shorter.length()))
            && !AtlasWords.splitsLatin(longer, at, at + shorter.length())) {
          faults.add("环节 " + link.code() + " 的关键词“" + longer + "”已被“" + shorter + "”包含，请删去其一");
        }
      }
    }
  }

  /** 「工程塑料制品」beside「塑料」keeps its text from another link's「工程塑料」: the longest wins. */
  private boolean isNeededAgainstOthers(Link link, String longer, String shorter) {
    return atlas.links().stream()
        .filter(other -> other != link)
        .flatMap(other -> other.keywords().stream())
        .anyMatch(word -> longer.contains(word) && !shorter.contains(word));
  }

  /** 「氟硅酸钠」beside「硅酸钠」: in a link of substances the shorter one does not count within it. */
  private static boolean isAnotherNoun(String longer, int start, int end) {
    return !Nouns.isWhole(longer.toCharArray(), 0, start, end, longer.length());
  }

  private void sharedWordsAreWordsOfAnother(Link link) {
    for (String word : link.also()) {
      boolean known =
          atlas.links().stream()
              .anyMatch(other -> other != link && other.keywords().contains(word));
      if (!known) {
        faults.add("环节 " + link.code() + " 的 also“" + word + "”不是别的环节的关键词");
      }
    }
  }

  private void exclusionsCanAct(Link link) {
    for (String exclusion : link.exclusions()) {
      if (link.keywords().contains(exclusion)) {
        faults.add("环节 " + link.code() + " 的“" + exclusion + "”既是关键词又是排除词");
      } else if (link.keywords().stream().noneMatch(word -> overlaps(exclusion, word))) {
        faults.add("环节 " + link.code() + " 的排除词“" + exclusion + "”与任何关键词都不相交，永远不起作用");
      }
    }
  }

  /** An exclusion takes text from a keyword when it holds it, or a part at its start. */
  private static boolean overlaps(String exclusion, String word) {
    if (exclusion.contains(word)) {
      return true;
    }
    for (int i = 1; i < exclusion.length(); i++) {
      if (word.startsWith(exclusion.substring(i))) {
        return true;
      }
    }
    return false;
  }

  private void industriesAreCodes(Link link) {
    for (String industry : link.industries()) {
      if (!INDUSTRY.matcher(industry).matches()) {
        faults.add("环节 " + link.code() + " 的行业代码“" + industry + "”不像 GB/T 4754 的代码，应如 C2614");
      }
    }
  }

  private void edgesLeadToLinks(Link link) {
    Set<String> seen = new HashSet<>();
    for (String to : link.feeds()) {
      if (atlas.find(to).isEmpty()) {
        faults.add("环节 " + link.code() + " 的下游“" + to + "”不存在");
      } else if (!seen.add(to)) {
        faults.add("环节 " + link.code() + " 的下游“" + to + "”写了两次");
      }
    }
  }

  private void inputsComeFromLinksThatFeedIt(Link link) {
    Set<String> seen = new HashSet<>();
    for (Link.Input input : link.inputs()) {
      if (atlas.upstreamOf(link).stream().noneMatch(from -> from.code().equals(input.of()))) {
        faults.add("环节 " + link.code() + " 的投入“" + input.of() + "”不是它的上游环节");
      } else if (!seen.add(input.of())) {
        faults.add("环节 " + link.code() + " 的投入“" + input.of() + "”写了两次");
      }
    }
  }

  private void nothingFeedsItself() {
    Set<String> done = new HashSet<>();
    for (Link link : atlas.links()) {
      Deque<String> path = new ArrayDeque<>();
      if (walk(link, path, done)) {
        faults.add("环节之间成了环：" + String.join(" → ", path.reversed()));
        return;
      }
    }
  }

  /** Leaves the cycle in {@code path}, last link first, when it returns true. */
  private boolean walk(Link link, Deque<String> path, Set<String> done) {
    if (path.contains(link.code())) {
      while (!path.peekLast().equals(link.code())) {
        path.removeLast();
      }
      path.push(link.code());
      return true;
    }
    if (done.contains(link.code())) {
      return false;
    }
    path.push(link.code());
    for (Link next : atlas.downstreamOf(link)) {
      if (walk(next, path, done)) {
        return true;
      }
    }
    path.pop();
    done.add(link.code());
    return false;
  }
}
