package org.mujian.chain;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Branches of industry that stand before machines and mean them:「石油、化工、冶金设备」tells of 石油设备, and of
 * no oil.
 */
public final class Attributes {

  /** What is understood after a branch in such a list. */
  public static final String HEAD = "设备";

  private static final List<String> HEADS = List.of("设备", "机械", "装备", "容器", "仪器", "机具");
  private static final Set<String> BRANCHES =
      Set.of(
          "石油", "化工", "石化", "炼油", "石油化工", "石油天然气", "炼化", "油田", "冶金", "矿山", "电力", "建材", "轻工", "造纸",
          "制药", "医药", "环保", "食品", "纺织", "化纤", "煤炭", "煤矿", "钢铁", "水泥", "港口", "船舶", "橡胶", "塑料", "橡塑",
          "印刷", "采矿", "工程", "建筑", "起重", "农业", "林业", "畜牧", "机电", "有色", "核电", "化学");

  private static final Set<String> POLYMERS =
      Set.of(
          "聚乙烯", "聚丙烯", "聚氯乙烯", "聚苯乙烯", "聚氨酯", "聚氨脂", "聚胺脂", "聚酯", "聚四氟乙烯", "聚碳酸酯", "聚酰胺", "尼龙",
          "有机玻璃", "四氟", "abs", "pvc", "pe", "pp", "聚乙稀", "聚丙稀", "玻璃钢", "聚乙", "聚丙", "聚甲醛", "工程塑料");

  /** First characters: few items begin so. */
  private static final BitSet BEGIN_BRANCHES = beginnings(BRANCHES);

  private static final BitSet BEGIN_POLYMERS = beginnings(POLYMERS);

  private static final Pattern MADE_OF =
      Pattern.compile("^(.{1,6}?)(?:制品|管|板|件|膜|薄膜|袋|瓶|型材|废旧塑料|塑料)");

  private Attributes() {}

  private static BitSet beginnings(Set<String> words) {
    BitSet beginnings = new BitSet();
    words.forEach(word -> beginnings.set(word.charAt(0)));
    return beginnings;
  }

  private static char firstOf(char[] text, int start, int end) {
    int at = start;
    while (at < end - 1 && Character.isWhitespace(text[at])) {
      at++;
    }
    return text[at];
  }

  static boolean isPolymer(char[] text, int start, int end) {
    return end - start <= 7
        && start < end
        && BEGIN_POLYMERS.get(firstOf(text, start, end))
        && POLYMERS.contains(new String(text, start, end - start).strip());
  }

  /** Whether what stands before {@code end} is made of a polymer, as「聚氯乙烯管道」: it is no polymer. */
  static boolean isMadeOfPolymer(char[] text, int start, int end) {
    java.util.regex.Matcher made = MADE_OF.matcher(new String(text, start, end - start).strip());
    return made.find() && POLYMERS.contains(made.group(1));
  }

  /** The branches that with their head hold one of the words, and not in themselves alone. */
  static List<String> completedTo(Matcher words) {
    return BRANCHES.stream().filter(branch -> completes(branch, words)).sorted().toList();
  }

  private static boolean completes(String branch, Matcher words) {
    boolean[] found = new boolean[1];
    for (String text : List.of(branch + HEAD, branch + " " + HEAD)) {
      words.match(text, (word, end) -> found[0] |= end > branch.length());
    }
    return found[0];
  }

  static boolean isBranch(char[] text, int start, int end) {
    return end - start <= 5
        && start < end
        && BEGIN_BRANCHES.get(firstOf(text, start, end))
        && BRANCHES.contains(new String(text, start, end - start).strip());
  }

  /** Whether what stands before {@code end} is a branch with machines, as「冶金成套设备」. */
  static boolean endsInMachines(char[] text, int start, int end) {
    String noun = new String(text, start, end - start).strip();
    for (String head : HEADS) {
      int at = noun.indexOf(head);
      if (at >= 2) {
        return BRANCHES.stream().anyMatch(noun.substring(0, at)::startsWith);
      }
    }
    return false;
  }
}
