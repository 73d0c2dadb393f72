package org.mujian.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of business scopes. Each is a word of the table, unless what follows makes another word
 * of it (生产资料, 服务器). Verbs side by side, joined or not, are one run and speak together: the
 * strongest of their roles holds for all.
 */
final class Verbs {

  /** Role, verb, and after a colon what must not follow. */
  private static final String[][] TABLE = {
    {
      "M",
      "生产:资料,许可,线,设备,性,用,工艺,工具,技术,过程,厂,要,所,专,经营许可,的",
      "制造:业,设备,技术,的,所",
      "加工:设备,机械,工艺,中心,技术,厂,的,所,机床",
      "制作:的",
      "制做",
      "炼制",
      "开采",
      "提炼",
      "研制",
      "组装",
      "制售",
      "产销",
      "自产",
      "酿造",
      "种植:业,技术,基地",
      "养殖:业,技术,场,基地",
      "栽培:技术",
      "压延",
      "吹塑成型",
      "调合",
      "调和:油",
      "勾兑",
      "复配",
      "配制"
    },
    {
      "T",
      "销售:的",
      "批发",
      "零售",
      "经销",
      "购销",
      "代销",
      "收购",
      "贸易",
      "营销",
      "进出口",
      "供应",
      "出售",
      "批零",
      "采购",
      "直销",
      "零销",
      "经营:项,范,方,许,期,活,地,性,者"
    },
    {
      "S",
      "技术服务",
      "技术咨询",
      "技术开发",
      "技术转让",
      "技术研发",
      "售后服务",
      "研发",
      "研究",
      "开发:区",
      "服务:器",
      "代理",
      "咨询",
      "设计",
      "施工",
      "安装",
      "维修",
      "检修",
      "检测",
      "检验",
      "运输",
      "储存",
      "仓储",
      "储运",
      "租赁",
      "出租:车,汽车",
      "处置",
      "治理",
      "回收",
      "转让",
      "推广",
      "监理",
      "处理:剂,药,机",
      "修理",
      "承包"
    }
  };

  private static final List<String> WORDS = new ArrayList<>();
  private static final List<Role> ROLES = new ArrayList<>();
  private static final List<String[]> NOT_BEFORE = new ArrayList<>();
  private static final Matcher MATCHER;

  static {
    for (String[] group : TABLE) {
      Role role =
          switch (group[0]) {
            case "M" -> Role.MAKES;
            case "T" -> Role.TRADES;
            default -> Role.SERVES;
          };
      for (int i = 1; i < group.length; i++) {
        String[] parts = group[i].split(":");
        WORDS.add(parts[0]);
        ROLES.add(role);
        NOT_BEFORE.add(parts.length == 1 ? new String[0] : parts[1].split(","));
      }
    }
    MATCHER = Matcher.of(WORDS);
  }

  /** Between the verbs of a run. */
  private static final String JOINS = "、及和与兼并/,";

  private static final Pattern JOIN = Pattern.compile("、?(以及|及|和|与|并)?(其|相关|有关|配套|提供|的){0,2}");

  /**
   * @param role the strongest of its verbs
   */
  record Run(int start, int end, Role role) {}

  private Verbs() {}

  /** The runs of {@code text} from {@code from} to {@code to}, in order. */
  static List<Run> runs(char[] text, int from, int to) {
    List<Run> runs = new ArrayList<>();
    MATCHER.match(
        text,
        from,
        to,
        (verb, end) -> {
          int start = end - MATCHER.length(verb);
          if (isNone(text, end, to, NOT_BEFORE.get(verb))) {
            add(runs, text, new Run(start, end, ROLES.get(verb)));
          }
        });
    return runs;
  }

  private static boolean isNone(char[] text, int at, int to, String[] others) {
    for (String other : others) {
      if (startsWith(text, at, to, other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(char[] text, int at, int to, String word) {
    if (at + word.length() > to) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void add(List<Run> runs, char[] text, Run run) {
    Run last = runs.isEmpty() ? null : runs.getLast();
    if (last != null && run.start < last.end) {
      return; // the verb at the left has taken this text
    }
    if (last != null && isJoin(text, last.end, run.start)) {
      runs.set(runs.size() - 1, new Run(last.start, run.end, last.role.orStronger(run.role)));
    } else {
      runs.add(run);
    }
  }

  private static boolean isJoin(char[] text, int from, int to) {
    if (to == from || to == from + 1 && JOINS.indexOf(text[from]) >= 0) {
      return true;
    }
    return to - from <= 6 && JOIN.matcher(new String(text, from, to - from)).matches();
  }

  /** Where the first run of making or trading begins, or {@code to}. */
  static int firstOfGoods(char[] text, int from, int to) {
    for (Run run : runs(text, from, to)) {
      if (run.role != Role.SERVES) {
        return run.start;
      }
    }
    return to;
  }

  /** The role that a word carries in itself, as「原油加工」; null for a mere product. */
  static @Nullable Role ownRole(char[] text, int start, int end) {
    Role strongest = null;
    for (Run run : runs(text, start, end)) {
      strongest = strongest == null ? run.role : strongest.orStronger(run.role);
    }
    return strongest;
  }
}
