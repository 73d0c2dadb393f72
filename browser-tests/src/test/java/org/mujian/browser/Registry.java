package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Invented registries in the form in which real ones come, and the real one where it is at hand.
 */
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

  /**
   * A link of the petrochemical chain that the city lacks and the province has.
   *
   * @param word of its products, by which the province's rows are chosen
   * @param words any of which gives a candidate
   */
  record Gap(String link, String name, String word, String words) {}

  private static final Gap REAL = new Gap("pigments", "颜料与钛白", "颜料", "颜料|钛白粉|氧化铁红|立德粉|氧化锌|红丹|铬黄");
  private static final Gap INVENTED = new Gap("catalysts", "催化剂与吸附剂", "催化剂", "催化剂");

  /** The gap of the registry that is at hand. */
  static Gap gap() {
    return Files.isReadable(real().resolve("panjin.csv")) ? REAL : INVENTED;
  }

  private static Path real() {
    return Path.of(String.valueOf(System.getenv("MUJIAN_TEST_DATA")), "registry");
  }

  /**
   * The city's registry and who fills its {@link #gap} elsewhere in the province. Real rows when
   * MUJIAN_TEST_DATA names their folder: all of the city's, and of the province's 50,000 only those
   * that name the gap's word, for speed. Otherwise a small invented sibling.
   */
  static byte[] ofTheCityAndItsGap() throws IOException {
    Path real = real();
    if (gap() == INVENTED) {
      assertThat(System.getenv("MUJIAN_STRICT"))
          .as("no registry/panjin.csv in MUJIAN_TEST_DATA")
          .isNotEqualTo("true");
      return invented();
    }
    StringBuilder text = new StringBuilder(Files.readString(real.resolve("panjin.csv")));
    try (Stream<String> province = Files.lines(real.resolve("liaoning.csv"))) {
      province
          .filter(row -> row.contains(REAL.word()) && !row.contains("盘锦"))
          .forEach(row -> text.append(row).append('\n'));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] invented() {
    String row = "%s,%s,2001-05-06,有限责任公司,%s(万元人民币),\"%s\",辽宁,%s,试验路2号\n";
    return (HEADER
            + row.formatted("半程试验沥青有限公司", code(501), "900", "重交沥青生产、销售", "盘锦")
            + row.formatted("半程试验塑料有限公司", code(502), "300", "塑料制品加工", "盘锦")
            + row.formatted("半程试验催化剂制造有限公司", code(503), "12000", "催化剂制造", "抚顺")
            + row.formatted("半程试验分子筛有限公司", code(504), "800", "催化剂生产；分子筛生产", "大连"))
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
