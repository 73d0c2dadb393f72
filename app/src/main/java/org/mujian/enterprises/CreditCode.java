package org.mujian.enterprises;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last of which checks the
 * others.
 */
final class CreditCode {

  /** Without I, O, S, V and Z; a character's place is its value. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");

  static final String FORM_FAULT = "credit-code-form";
  static final String CHECK_DIGIT_FAULT = "credit-code-check-digit";

  private CreditCode() {}

  /** As it is stored: half width, upper case, without spaces. */
  static String fold(String text) {
    return Folding.fold(text).toUpperCase(Locale.ROOT);
  }

  /** The stable code of what is wrong with a folded code, if anything is. */
  static Optional<String> findFault(String code) {
    if (!FORM.matcher(code).matches()) {
      return Optional.of(FORM_FAULT);
    }
    return code.charAt(17) == checkCharacter(code)
        ? Optional.empty()
        : Optional.of(CHECK_DIGIT_FAULT);
  }

  /** What the first 17 characters, all of the alphabet, ask for as the 18th. */
  static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
