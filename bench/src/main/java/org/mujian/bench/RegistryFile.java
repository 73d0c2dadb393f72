package org.mujian.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The list to import: the real registry where there is one, else an invented one as long. */
final class RegistryFile {

  private static final String HEADER = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址\n";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String[] PHRASES = {
    "改性沥青生产", "塑料制品加工", "石油装备检修", "危险化学品仓储", "普通货物运输", "五金产品销售", "日用百货零售", "软件开发", "技术咨询服务", "餐饮服务",
    "农副产品收购", "建筑材料批发", "机械设备租赁", "水产品养殖", "服装加工", "园林绿化工程", "金属材料销售", "橡胶制品制造", "印刷品装潢", "房屋租赁"
  };

  private RegistryFile() {}

  static Path find(Path folder) throws IOException {
    String data = System.getenv("MUJIAN_TEST_DATA");
    if (data != null && Files.exists(Path.of(data, "registry", "liaoning.csv"))) {
      return Path.of(data, "registry", "liaoning.csv");
    }
    Path invented = folder.resolve("invented.csv");
    try (Writer out = Files.newBufferedWriter(invented)) {
      Random random = new Random(1);
      out.write(HEADER);
      for (int i = 0; i < 50_000; i++) {
        out.write(line(i, random));
      }
    }
    return invented;
  }

  private static String line(int i, Random random) {
    StringBuilder scope = new StringBuilder();
    for (int n = 3 + random.nextInt(6); n > 0; n--) {
      scope.append(PHRASES[random.nextInt(PHRASES.length)]).append('、');
    }
    return "虚构企业%d号有限公司,%s,%d-%02d-%02d,N/A,\"%,d(万元人民币)\",%s,辽宁,盘锦,某路%d号%n"
        .formatted(
            i,
            code(i),
            1980 + random.nextInt(25),
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            1 + random.nextInt(9000),
            scope,
            random.nextInt(500));
  }

  private static String code(int i) {
    String body = "91211100MA%07d".formatted(i);
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += ALPHABET.indexOf(body.charAt(at)) * WEIGHTS[at];
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
