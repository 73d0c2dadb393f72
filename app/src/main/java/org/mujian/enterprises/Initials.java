package org.mujian.enterprises;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Map;

/** The initials of a name in pinyin, as people type them: 盘锦东方商贸 → pjdfsm. */
final class Initials {

  /** Longest kept; nobody types more. */
  private static final int MOST = 100;

  /** Where a character that is read in several ways stands in a name's usual word. */
  private static final Map<String, String> READINGS =
      Map.of("重庆", "cq", "长春", "cc", "长沙", "cs", "长江", "cj", "长城", "cc", "银行", "yh", "厦门", "xm");

  private Initials() {}

  /** Letters and digits stay, signs go. */
  static String of(String name) {
    String folded = Folding.fold(name);
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < folded.length() && initials.length() < MOST; i++) {
      String reading = i + 2 <= folded.length() ? READINGS.get(folded.substring(i, i + 2)) : null;
      if (reading != null) {
        initials.append(reading);
        i++;
      } else {
        append(initials, folded.charAt(i));
      }
    }
    return initials.toString();
  }

  private static void append(StringBuilder initials, char c) {
    if (c < 128) {
      if (Character.isLetterOrDigit(c)) {
        initials.append(c);
      }
    } else if (Pinyin.isChinese(c)) {
      initials.append(Character.toLowerCase(Pinyin.toPinyin(c).charAt(0)));
    }
  }
}
