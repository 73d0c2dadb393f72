package org.mujian.chain;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A business scope made ready for reading: widths and case evened out position by position, and
 * what does not tell of the business (exclusions, words of the law) blanked with {@link #SILENT}.
 * Positions stay those of the scope as given.
 */
final class ScopeText {

  static final char SILENT = Folding.SILENT;

  /**
   * A pattern, and a word that every match holds: only around that word is the pattern tried.
   *
   * @param before how far before the word a match may begin at most; {@link #CLAUSE} for the
   *     beginning of the word's clause alone
   */
  record Silencer(int sign, int before, Pattern pattern) {
    Silencer(String sign, int before, String regex) {
      this(SIGNS.indexOf(sign), before, Pattern.compile(regex));
    }
  }

  static final int CLAUSE = -1;

  private static final List<String> NOT =
      List.of(
          "不含", "不包括", "不包含", "不涉及", "不得", "不经营", "不从事", "未取得", "禁止", "限制", "非危险", "非剧毒", "非易制毒",
          "非易燃");

  private static final List<String> EXCEPT = List.of("除外", "以外", "之外");

  /** From the seventh on they may tell of something excluded. */
  private static final List<String> SIGNS =
      Stream.of(List.of("批准的", "法规", "凭", "许可证", "项目", "经营范围", "除", "外"), EXCEPT, NOT)
          .flatMap(List::stream)
          .toList();

  private static final int FIRST_EXCLUDING = SIGNS.indexOf("除");
  private static final int FIRST_EXCEPT = SIGNS.indexOf("除外");
  private static final int FIRST_NOT = SIGNS.indexOf("不含");
  private static final Matcher SIGN_MATCHER = Matcher.of(SIGNS);

  /** Words of the law and of the form, whatever stands around them. */
  static final List<Silencer> BOILERPLATE =
      List.of(
          new Silencer("批准的", 9, "\\(?依法[须需]?经?(?:相关部门)?批准的[^。;)]*\\)?"),
          new Silencer("法规", 7, "(?:国家)?法律[、,]?(?:行政)?法规[^。;)]*"),
          new Silencer("凭", 37, "(?:涉及)?(?:行政许可|[需须]审批|需经审批)的?[^。;)]{0,30}?凭[^。;)]*"),
          new Silencer(
              "凭", 0, "凭[^,;。)]{0,20}?(?:许可证|资质证书?|资格证书?|批准文件|执照|证书)(?:经营|执业|从事)?[^,;。)、]*"),
          new Silencer("许可证", 4, "(?:安全)?(?:生产|经营|销售|零售|批发)许可证[^,;。)]*"),
          new Silencer("项目", 4, "(?:许可|一般|前置|后置)(?:经营)?项目:?(?:无(?=[;。 ,]|一般|$))?"),
          new Silencer("经营范围", 0, "经营范围:?"));

  /** What is taken out of goods, and excludes nothing:「除锈」. */
  private static final Pattern REMOVES = Pattern.compile("除(?:[草锈尘臭湿垢虫氧硫]|油[剂污]|甲醛)");

  static final List<Silencer> IN_THE_OPEN =
      List.of(
          new Silencer("除", 0, "除[^,;。:()]{1,40}?外"),
          new Silencer("不含", 0, "不含[^,;。:()]*"),
          new Silencer("不包括", 0, "不包括[^,;。:()]*"),
          new Silencer("不包含", 0, "不包含[^,;。:()]*"),
          new Silencer(
              "外",
              CLAUSE,
              "(?:[^,;。:()]*(?:运输|销售|生产|经营|批发|零售)[^、,;。:()]{0,6}、)?([^,;。:()]*(?:除外|以外|之外))"));

  private static final String CLAUSE_ENDS = ",;。:()";

  private final char[] text;

  /** Signs and their places, by turns, in the order of their ends. */
  private int[] signs = new int[16];

  private int signCount;
  private int kinds;

  ScopeText(char[] text) {
    this.text = text;
    SIGN_MATCHER.match(
        text, 0, text.length, (sign, end) -> add(sign, end - SIGN_MATCHER.length(sign)));
  }

  private void add(int sign, int at) {
    if (2 * signCount == signs.length) {
      signs = java.util.Arrays.copyOf(signs, 2 * signs.length);
    }
    signs[2 * signCount] = sign;
    signs[2 * signCount++ + 1] = at;
    kinds |= 1 << sign;
  }

  /** Blanks everything silent in a folded scope. */
  static void silence(char[] folded) {
    ScopeText it = new ScopeText(folded);
    if (it.kinds >>> FIRST_EXCLUDING != 0) {
      it.silenceExclusions();
    }
    for (Silencer silencer : BOILERPLATE) {
      it.silence(silencer, it.text);
    }
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
      silence(silencer, open);
    }
  }

  /** 「（不含甲、乙）」from the marker on;「（甲、乙除外）」and「（除甲外）」from the start. */
  private void silenceInBrackets(int start, int end) {
    int not = end;
    int except = start;
    boolean begins = false;
    for (int i = 0; i < signCount; i++) {
      int sign = signs[2 * i];
      int at = signs[2 * i + 1];
      if (at < start || at >= end || text[at] == SILENT) {
        continue;
      }
      if (sign >= FIRST_NOT) {
        not = Math.min(not, at);
      } else if (sign >= FIRST_EXCEPT) {
        except = Math.max(except, at + SIGN_MATCHER.length(sign));
      } else if (at == start && sign == FIRST_EXCLUDING) {
        begins = true;
      }
    }
    boolean all = begins && except == start && !removes(start, end);
    fill(all ? start : not, end);
    fill(start, except);
  }

  private boolean removes(int start, int end) {
    return REMOVES.matcher(CharBuffer.wrap(text)).region(start, end).lookingAt();
  }

  /** All matches from left to right, as a search through the whole would find them. */
  void silence(Silencer silencer, char[] within) {
    if ((kinds & 1 << silencer.sign) == 0) {
      return;
    }
    java.util.regex.Matcher found = silencer.pattern.matcher(CharBuffer.wrap(within));
    int done = 0;
    for (int i = 0; i < signCount; i++) {
      int at = signs[2 * i + 1];
      if (signs[2 * i] != silencer.sign || at < done) {
        continue;
      }
      int first = silencer.before == CLAUSE ? clauseStart(within, at) : at - silencer.before;
      int last = silencer.before == CLAUSE ? first : at;
      for (int start = Math.max(first, done); start <= last; start++) {
        if (found.region(start, within.length).lookingAt()) {
          fill(found.groupCount() > 0 ? found.start(1) : start, found.end());
          done = found.end();
          break;
        }
      }
    }
  }

  private static int clauseStart(char[] text, int at) {
    int start = at;
    while (start > 0 && CLAUSE_ENDS.indexOf(text[start - 1]) < 0) {
      start--;
    }
    return start;
  }

  private void fill(int from, int to) {
    java.util.Arrays.fill(text, from, to, SILENT);
  }
}
