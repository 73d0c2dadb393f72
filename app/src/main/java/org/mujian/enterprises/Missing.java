package org.mujian.enterprises;

import java.util.Locale;
import java.util.Set;

/** What people and programs write into a cell that has no value. */
final class Missing {

  private static final Set<String> WORDS =
      Set.of(
          "", "n/a", "na", "#n/a", "null", "none", "-", "--", "---", "–", "—", "——", "/", "\\", "无",
          "空", "暂无", "未填", "未填写", "不详", "未知");

  private Missing() {}

  static boolean is(String text) {
    String folded = Folding.fold(text).replaceAll("[。.,、;]+$", "");
    return WORDS.contains(folded.toLowerCase(Locale.ROOT)) || folded.matches("(空白[。.,、;]*)+");
  }
}
