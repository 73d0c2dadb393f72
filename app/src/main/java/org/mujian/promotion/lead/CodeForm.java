package org.mujian.promotion.lead;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a unified social credit code (GB 32100-2015): alphabet, length, check character. */
final class CodeForm {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private CodeForm() {}

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * @throws LeadRefused saying what is wrong with it
   */
  static void check(String code) {
    if (code.length() != WEIGHTS.length + 1) {
      throw new LeadRefused("统一社会信用代码“" + code + "”应有 18 位，现有 " + code.length() + " 位");
    }
    for (char c : code.toCharArray()) {
      if (ALPHABET.indexOf(c) < 0) {
        throw new LeadRefused("统一社会信用代码“" + code + "”里有不能用的字符“" + c + "”");
      }
    }
    if (code.charAt(WEIGHTS.length) != checkCharacter(code)) {
      throw new LeadRefused("统一社会信用代码“" + code + "”的校验位不对，请核对是否抄错");
    }
  }

  static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
