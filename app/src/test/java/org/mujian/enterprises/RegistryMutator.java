package org.mujian.enterprises;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Makes lists like a registry's, of invented enterprises, and plants in them what real ones suffer
 * from; it knows exactly what an import must make of the result. The same seed gives the same list.
 */
final class RegistryMutator {

  static final String HEADER = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址";

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String[] CAPITALS = {
    "37(万元人民币)", "\"4,321(万元人民币)\"", "43.21万人民币", "37(万美元)", "37(万)", "N/A", "\"4,321.5(万日元)\""
  };
  private static final String[] PHRASES = {
    "改性沥青生产", "塑料制品加工", "石油装备检修", "普通货物运输", "日用百货零售", "软件开发", "餐饮服务", "水产品养殖"
  };
  private static final String[] DATES = {
    "1999-03-04", "1999/3/4", "1999年3月4日", "19990304", "N/A", "—"
  };

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> rejected = new LinkedHashMap<>();
  private int accepted;
  private int enterprises;
  private int repeated;
  private int withoutUnit;

  RegistryMutator(long seed, int rows) {
    random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      good(i);
    }
    spoil("credit-code-check-digit", this::wrongCheckDigit);
    spoil("credit-code-form", i -> row(name(i), code(i).substring(1), date(), capital()));
    spoil("credit-code-form", i -> row(name(i), "210200" + "000012345", date(), capital()));
    spoil("date-unreadable", i -> row(name(i), code(i), "1999-02-30", capital()));
    spoil("name-missing", i -> row("N/A", code(i), date(), capital()));
    spoil("name-missing", i -> row("", code(i), date(), capital()));
    spoil("field-count", i -> row(name(i), code(i), date(), capital()) + ",多出一列");
    spoil("field-count", i -> name(i) + "," + code(i) + "," + date());
    plantRepetitions();
    plantLineBreaks();
    plantCapitalsWithoutUnit();
  }

  /** The list in an encoding; what was planted is spread over it. */
  byte[] bytes(Charset encoding) {
    return (HEADER + "\r\n" + String.join("\r\n", lines) + "\r\n").getBytes(encoding);
  }

  int accepted() {
    return accepted;
  }

  /** Different enterprises among the accepted rows. */
  int enterprises() {
    return enterprises;
  }

  int repeated() {
    return repeated;
  }

  int withoutUnit() {
    return withoutUnit;
  }

  /** By reason. */
  Map<String, Integer> rejected() {
    return rejected;
  }

  private void good(int i) {
    add(row(name(i), code(i), date(), capital()));
    enterprises++;
  }

  private void add(String line) {
    lines.add(random.nextInt(lines.size() + 1), line);
    accepted++;
  }

  /** Between one and nine rows with one fault. */
  private void spoil(String reason, Function<Integer, String> row) {
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      lines.add(random.nextInt(lines.size() + 1), row.apply(500_000 + lines.size()));
    }
    rejected.merge(reason, count, Integer::sum);
  }

  private String wrongCheckDigit(int i) {
    String code = code(i);
    char last = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(17)) + 1 + random.nextInt(30)) % 31);
    return row(name(i), code.substring(0, 17) + last, date(), capital());
  }

  /** The code of an enterprise once more, at the end and under another name: it holds. */
  private void plantRepetitions() {
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      lines.add(row("后来的名称" + i, code(i), date(), capital()));
      accepted++;
      repeated++;
    }
  }

  private void plantLineBreaks() {
    int count = 1 + random.nextInt(9);
    for (int i = 600_000; i < 600_000 + count; i++) {
      add(name(i) + "," + code(i) + ",2001-02-03,N/A,N/A,\"第一行\n第二行，\"\"引号\"\"、逗号,\",辽宁,盘锦,某路");
      enterprises++;
    }
  }

  private void plantCapitalsWithoutUnit() {
    int count = 1 + random.nextInt(9);
    for (int i = 700_000; i < 700_000 + count; i++) {
      add(row(name(i), code(i), "2001-02-03", "50()"));
      enterprises++;
      withoutUnit++;
    }
  }

  private String row(String name, String code, String date, String capital) {
    return name + "," + code + "," + date + ",N/A," + capital + "," + scope() + ",辽宁,盘锦,盘锦市兴隆台区某路";
  }

  private String name(int i) {
    return "虚构" + i + "号企业";
  }

  /** With its check character; every number gives another one. */
  static String code(int i) {
    String body = "91211100MA%07d".formatted(i);
    return body + CreditCode.checkCharacter(body);
  }

  private String date() {
    return DATES[random.nextInt(DATES.length)];
  }

  private String capital() {
    return CAPITALS[random.nextInt(CAPITALS.length)];
  }

  private String scope() {
    return PHRASES[random.nextInt(PHRASES.length)] + "、" + PHRASES[random.nextInt(PHRASES.length)];
  }
}
