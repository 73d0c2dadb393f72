package org.mujian.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A business scope made ready for reading: widths and case evened out position by position, and
 * what does not tell of the business (exclusions, words of the law) blanked with {@link #SILENT}.
 * Positions stay those of the scope as given.
 */
final class ScopeText {

  static final char SILENT = Folding.SILENT;

  /**
   * A pattern, and a word without which it cannot match: most scopes have none of these words, and
   * looking for one costs far less.
   */
  private record Silencer(String needs, Pattern pattern) {
    Silencer(String needs, String regex) {
      this(needs, Pattern.compile(regex));
    }
  }

  /** Words of the law and of the form, whatever stands around them. */
  private static final List<Silencer> BOILERPLATE =
      List.of(
          new Silencer("批准的", "\\(?依法[须需]?经?(?:相关部门)?批准的[^。;)]*\\)?"),
          new Silencer("法规", "(?:国家)?法律[、,]?(?:行政)?法规[^。;)]*"),
          new Silencer("凭", "(?:涉及)?(?:行政许可|[需须]审批|需经审批)的?[^。;)]{0,30}?凭[^。;)]*"),
          new Silencer("凭", "凭[^,;。)]{0,20}?(?:许可证|资质证书?|资格证书?|批准文件|执照|证书)(?:经营|执业|从事)?[^,;。)、]*"),
          new Silencer("许可证", "(?:安全)?(?:生产|经营|销售|零售|批发)许可证[^,;。)]*"),
          new Silencer("项目", "(?:许可|一般|前置|后置)(?:经营)?项目:?(?:无(?=[;。 ,]|一般|$))?"),
          new Silencer("经营范围", "经营范围:?"));

  private static final Pattern SAYS_NOT =
      Pattern.compile("不含|不包括|不包含|不涉及|不得|不经营|不从事|未取得|禁止|限制|非(?=危险|剧毒|易制毒|易燃)");
  private static final Pattern SAYS_EXCEPT = Pattern.compile("除外|以外|之外");
  private static final Pattern EXCEPT_BEFORE = Pattern.compile("^除(?!草|锈|尘|臭|湿|垢|虫|氧|硫|油[剂污]|甲醛)");
  private static final List<Silencer> IN_THE_OPEN =
      List.of(
          new Silencer("外", "除[^,;。:()]{1,40}?外"),
          new Silencer("不", "(?:不含|不包括|不包含)[^,;。:()]*"),
          new Silencer(
              "外",
              "(?<![^,;。:()])(?:[^,;。:()]*(?:运输|销售|生产|经营|批发|零售)[^、,;。:()]{0,6}、)?([^,;。:()]*(?:除外|以外|之外))"));

  private final char[] text;

  private ScopeText(char[] text) {
    this.text = text;
  }

  /** The scope with everything silent blanked. */
  static char[] of(char[] folded) {
    ScopeText it = new ScopeText(folded.clone());
    it.silenceExclusions();
    for (Silencer silencer : BOILERPLATE) {
      it.silence(silencer, new String(it.text));
    }
    return it.text;
  }

  /** First inside brackets, innermost first, then in the open text between them. */
  private void silenceExclusions() {
    char[] open = text.clone();
    Deque<Integer> starts = new ArrayDeque<>();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '(') {
        starts.push(i + 1);
      } else if (text[i] == ')' && !starts.isEmpty()) {
        int start = starts.pop();
        silenceInBrackets(start, i);
        java.util.Arrays.fill(open, start, i, SILENT);
      }
    }
    while (!starts.isEmpty()) {
      silenceInBrackets(starts.pop(), text.length); // never closed
    }
    for (Silencer silencer : IN_THE_OPEN) {
      silence(silencer, new String(open));
    }
  }

  /** 「（不含甲、乙）」from the marker on;「（甲、乙除外）」and「（除甲外）」from the start. */
  private void silenceInBrackets(int start, int end) {
    String inside = new String(text, start, end - start);
    Matcher not = SAYS_NOT.matcher(inside);
    if (not.find()) {
      fill(start + not.start(), end);
    }
    Matcher except = SAYS_EXCEPT.matcher(inside);
    int last = -1;
    while (except.find()) {
      last = except.end();
    }
    if (last >= 0) {
      fill(start, start + last);
    } else if (EXCEPT_BEFORE.matcher(inside).find()) {
      fill(start, end);
    }
  }

  private void silence(Silencer silencer, String within) {
    if (!within.contains(silencer.needs())) {
      return;
    }
    Matcher found = silencer.pattern().matcher(within);
    while (found.find()) {
      int from = found.groupCount() > 0 ? found.start(1) : found.start();
      fill(from, found.end());
    }
  }

  private void fill(int from, int to) {
    java.util.Arrays.fill(text, from, to, SILENT);
  }
}
