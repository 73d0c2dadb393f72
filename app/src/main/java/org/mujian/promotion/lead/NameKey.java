package org.mujian.promotion.lead;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By what names of enterprises are compared: width, case, blanks and signs evened out, the form of
 * company left away, so that 「某某化工（辽宁）有限公司」 and 「某某化工(辽宁) 有限责任公司」 are one.
 */
final class NameKey {

  private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
  private static final Pattern FORM =
      Pattern.compile("(?:集团)?(?:股份有限公司|有限责任公司|股份公司|有限公司|总公司|公司|集团)$");

  private NameKey() {}

  static String of(String name) {
    String even =
        SIGNS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    String bare = FORM.matcher(even).replaceAll("");
    if (!bare.isEmpty()) {
      return bare;
    }
    return even.isEmpty() ? name.strip() : even;
  }
}
