package org.mujian.browser;

import java.nio.charset.StandardCharsets;

/** Invented registries in the form in which real ones come. */
final class Registry {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String HEADER = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址\n";

  private Registry() {}

  /** Three good rows and one whose date nobody can read. */
  static byte[] small() {
    return (HEADER
            + row("浏览器试验沥青有限公司", code(1), "1999-03-04", "重交沥青生产、销售")
            + row("浏览器试验塑料有限公司", code(2), "2001-11-20", "塑料制品加工；农用薄膜制造")
            + row("浏览器试验物流有限公司", code(3), "2003-06-30", "道路货物运输，危险化学品除外")
            + row("浏览器试验坏日期有限公司", code(4), "去年春天", "机械修理"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] large(int rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(row("断电试验第" + i + "有限公司", code(1000 + i), "2002-01-01", "断电试验用的经营范围之" + i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String row(String name, String code, String date, String scope) {
    return "%s,%s,%s,有限责任公司,100(万元人民币),\"%s\",辽宁,盘锦,盘山县试验路1号\n".formatted(name, code, date, scope);
  }

  /** A credit code of Panshan county whose check character is right. */
  private static String code(int number) {
    String body = "91211122" + "%09d".formatted(number);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
