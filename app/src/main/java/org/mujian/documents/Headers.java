package org.mujian.documents;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Locale;

/** Makes headers comparable: 企业名称, 企 业 名 称 and 企業名稱（必填） are the same. */
final class Headers {

  private Headers() {}

  /**
   * @param withUnit whether what stands in parentheses counts
   */
  static String normalize(String header, boolean withUnit) {
    String narrow = Normalizer.normalize(header, Normalizer.Form.NFKC);
    String bare = withUnit ? narrow : withoutParentheses(narrow);
    StringBuilder kept = new StringBuilder();
    (bare.isBlank() ? narrow : bare)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '%' || c == '#')
        .forEach(kept::appendCodePoint);
    return ZhConverterUtil.toSimple(kept.toString()).toLowerCase(Locale.ROOT);
  }

  /** Units and remarks stand in parentheses: 注册资金(万元). */
  private static String withoutParentheses(String text) {
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '【' || c == '〔') {
        depth++;
      } else if (c == ')' || c == ']' || c == '】' || c == '〕') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
