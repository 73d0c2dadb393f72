package org.mujian.chain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Verbs.Run;

/**
 * What a word means within the noun it stands in. The last part of a Chinese noun is its head:
 * 环氧树脂漆 is a paint and no resin, 硅橡胶避雷器 neither. The name of a substance therefore counts only
 * where it ends its noun, or goes on in a way that leaves it what it is (系列, 产品, 颗粒); and not where
 * it is the tail of another substance's name (三氯|甲苯).
 */
final class Nouns {

  static final String PART_ENDS = "、,;:()/ \0及和与或";

  /** After a substance's name they leave it the same substance. */
  private static final List<String> SAME =
      List.of(
          "系列", "新产品", "合成产品", "化工产品", "化学品", "产品", "用品", "复合添加剂", "分装", "粉碎", "异构体", "切片", "配比",
          "调试", "水溶液", "衍生物", "原粉", "商品", "原料", "材料", "原材料", "颗粒", "粒料", "粒子", "粉料", "粉体", "粉末",
          "溶液", "液体", "气体", "固体", "树脂", "单体", "成品", "半成品", "副产品", "添加剂", "制剂", "原液", "组合料", "基料",
          "基础料", "混合物", "化合物", "新材料", "料", "粉", "粒", "液", "气", "类", "的", "等", "深", "精", "初", "再",
          "脂", "品", "为主");

  /** Before a name they are part of it: isomers, numbers, grades. */
  private static final String ISOMERS = "异正间对邻新叔仲伯无水一二三四五六单双偏0123456789-—.αβγω";

  private static final String RADICALS = "基聚代酰氯氟溴碘羟磺";
  private static final String MADE_INTO = "氯氟溴碘硫氧硝氨磺氢卤酯醚酰甲乙酸";

  /** A word that ends so is a noun of its own, whatever follows without a mark. */
  private static final List<String> ENDS_NOUN =
      List.of("制品", "产品", "商品", "剂", "系列", "配件", "等", "器");

  /** After an acid: what is made of it and an alcohol counts with it (乙酸乙酯). */
  private static final Pattern ESTER = Pattern.compile("[正异叔仲二三甲乙丙丁戊己庚辛羟]{0,4}酯");

  private static final Pattern MACHINE =
      Pattern.compile("(?<!飞|计算|手|随|司|有|无|电)机(?:辅机|组|头|配件|零件)?$");

  private static final String MINERAL = "硫硝磷硼碳";

  private static final int LONGEST_NOTE = 14;

  private Nouns() {}

  /** Whether the word from {@code start} to {@code end} names the thing itself. */
  static boolean isWhole(char[] text, int from, int start, int end, int to) {
    return isNoTail(text, from, start) && goesOnAsItself(text, end, to);
  }

  private static boolean isNoTail(char[] text, int from, int start) {
    int at = start - 1;
    while (at >= from && ISOMERS.indexOf(text[at]) >= 0) {
      at--;
    }
    if (at < from) {
      return true;
    }
    boolean madeInto = text[at] == '化' && at > from && MADE_INTO.indexOf(text[at - 1]) >= 0;
    return !madeInto && RADICALS.indexOf(text[at]) < 0;
  }

  private static boolean goesOnAsItself(char[] text, int end, int to) {
    if (end == to) {
      return true;
    }
    String rest = rest(text, end, to);
    if (text[end - 1] == '酸'
        && MINERAL.indexOf(text[end - 2]) < 0
        && ESTER.matcher(rest).lookingAt()) {
      rest = ESTER.matcher(rest).replaceFirst("");
    }
    while (!rest.isEmpty()) {
      String same = same(rest);
      if (same == null) {
        return isCode(rest.charAt(0)) && isCode(rest.charAt(rest.length() - 1));
      }
      rest = rest.substring(same.length());
    }
    return true;
  }

  private static @Nullable String same(String rest) {
    for (String same : SAME) {
      if (rest.startsWith(same)) {
        return same;
      }
    }
    return null;
  }

  /** Grades and types, as「a-1」. */
  private static boolean isCode(char c) {
    return c < 128 || c == '型' || c == '号' || c == '级';
  }

  /** What follows within the noun, up to a mark or a verb; an alias in brackets is passed over. */
  static String rest(char[] text, int end, int to) {
    int from = isAlias(text, end, to) ? afterNote(text, end, to) : end;
    int until = to;
    for (Run run : Verbs.runs(text, from, to)) {
      until = run.start();
      break;
    }
    int stop = from;
    while (stop < until && PART_ENDS.indexOf(text[stop]) < 0) {
      stop++;
    }
    return new String(text, from, stop - from);
  }

  /** Whether the note in brackets is but another name or a grade:「(pvc)」,「(98%)」. */
  private static boolean isAlias(char[] text, int at, int to) {
    for (int i = at + 1; i < afterNote(text, at, to) - 1; i++) {
      if (text[i] >= 128) {
        return false;
      }
    }
    return true;
  }

  /** The place after a short note in brackets that begins at {@code at}, or {@code at}. */
  static int afterNote(char[] text, int at, int to) {
    if (at >= to || text[at] != '(') {
      return at;
    }
    int length = 0;
    for (int i = at; i < to && length < LONGEST_NOTE; i++) {
      if (text[i] == ')') {
        return i + 1;
      }
      boolean again = text[i] == Folding.SILENT && text[i - 1] == Folding.SILENT;
      length += again ? 0 : 1; // however long it was: items are kept with one
    }
    return at;
  }

  /** 「挤出机」,「吹膜机配件」: what follows a product tells of a machine for it. */
  static boolean isMachine(String rest) {
    return rest.indexOf('机') >= 0 && MACHINE.matcher(rest).find();
  }

  /** Whether a word is a mere attribute of the next one in its noun:「塑料」before「编织袋」. */
  static boolean isAttribute(char[] text, int start, int end, int next) {
    for (int i = end; i < next; i++) {
      if (PART_ENDS.indexOf(text[i]) >= 0) {
        return false;
      }
    }
    String before = new String(text, start, next - start);
    return ENDS_NOUN.stream().noneMatch(before::endsWith) && Verbs.runs(text, end, next).isEmpty();
  }
}
