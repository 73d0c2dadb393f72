package org.mujian.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The verbs of a business scope, and which of them an item of a phrase stands under. */
final class Verbs {

  private static final String MAKES =
      "生产(?![资许线设性用工技过厂要的所专])|制造(?![业设技的所])|加工(?![设机工中技厂的所])|制作|炼制|开采|提炼|研制|组装|制售|产销|自产|酿造|压延|吹塑成型";
  private static final String TRADES =
      "销售(?!的)|批发|零售|经销|购销|代销|收购|贸易|营销|进出口|供应|出售|批零|采购|直销|经营(?![项范方许活期地性者])";
  private static final String SERVES =
      "研发|研究|开发(?!区)|服务(?!器)|代理|咨询|设计|施工|安装|维修|检修|检测|检验|运输|储存|仓储|储运|租赁|处置|治理|回收|转让|推广|监理|处理(?![剂药机])";

  private static final Pattern MAKING = Pattern.compile(MAKES);
  private static final Pattern TRADING = Pattern.compile(TRADES);
  private static final Pattern SERVING = Pattern.compile(SERVES);
  private static final String ANY = "(?:" + MAKES + "|" + TRADES + "|" + SERVES + ")";
  private static final Pattern RUN = Pattern.compile(ANY + "(?:(?:[、及和与兼并/,]|以及)?" + ANY + ")*");
  private static final Pattern GOODS = Pattern.compile(MAKES + "|" + TRADES);

  private static final String SKIPPED = " \0、,:.*·-0123456789()";
  private static final String CONNECTIVES = "及和与并兼";

  private record Run(int start, int end, Role role) {}

  private final String phrase;
  private final List<Run> runs = new ArrayList<>();

  /**
   * @param phrase without its closing semicolon or full stop
   */
  Verbs(String phrase) {
    this.phrase = phrase;
    Matcher found = RUN.matcher(phrase);
    while (found.find()) {
      runs.add(new Run(found.start(), found.end(), strongest(found.group())));
    }
  }

  /** The role that a word carries in itself, as「原油加工」; null for a mere product. */
  static @Nullable Role ownRole(String word) {
    return RUN.matcher(word).find() ? strongest(word) : null;
  }

  /** Where the first verb of making or trading stands in {@code text}, or its length. */
  static int goodsVerb(String text) {
    Matcher found = GOODS.matcher(text);
    return found.find() ? found.start() : text.length();
  }

  private static Role strongest(String verbs) {
    if (MAKING.matcher(verbs).find()) {
      return Role.MAKES;
    }
    if (TRADING.matcher(verbs).find()) {
      return Role.TRADES;
    }
    return SERVING.matcher(verbs).find() ? Role.SERVES : Role.UNSTATED;
  }

  /** The role of what stands from {@code start} to {@code end} of the phrase. */
  Role roleOf(int start, int end) {
    List<Run> around =
        runs.stream().filter(run -> run.end() <= start || run.start() >= end).toList();
    return startsWithVerb() ? underVerbBefore(around, start, end) : underVerbAfter(around, end);
  }

  /** 「甲、乙生产；…」: the nearest verbs that follow. */
  private static Role underVerbAfter(List<Run> around, int end) {
    return around.stream()
        .filter(run -> run.start() >= end)
        .findFirst()
        .map(Run::role)
        .orElse(Role.UNSTATED);
  }

  /** 「生产：甲、乙」: the nearest verbs before, unless the item's own clause ends in others. */
  private Role underVerbBefore(List<Run> around, int start, int end) {
    Role before =
        around.reversed().stream()
            .filter(run -> run.end() <= start)
            .findFirst()
            .map(Run::role)
            .orElse(Role.UNSTATED);
    int clauseEnd = phrase.indexOf(',', end) < 0 ? phrase.length() : phrase.indexOf(',', end);
    for (Run run : around) {
      if (run.start() >= end && run.start() < clauseEnd && isBlank(run.end(), clauseEnd)) {
        boolean joined =
            CONNECTIVES.indexOf(phrase.charAt(run.start() - 1)) >= 0
                || verbSinceComma(start)
                || !isBlank(end, run.start());
        return joined ? before.orStronger(run.role()) : run.role();
      }
    }
    return before;
  }

  /** Whether the item's own clause already has a verb before it. */
  private boolean verbSinceComma(int start) {
    int clause = phrase.lastIndexOf(',', start) + 1;
    return runs.stream().anyMatch(run -> run.start() >= clause && run.end() <= start);
  }

  private boolean startsWithVerb() {
    return !runs.isEmpty() && isBlank(0, runs.getFirst().start());
  }

  private boolean isBlank(int from, int to) {
    return phrase.substring(from, to).chars().allMatch(c -> SKIPPED.indexOf(c) >= 0);
  }
}
