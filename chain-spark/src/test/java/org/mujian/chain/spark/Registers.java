package org.mujian.chain.spark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Invented registers. */
final class Registers {

  private static final List<String> ITEMS =
      List.of(
          "染料",
          "油墨生产",
          "涂料销售",
          "ＡＢＳ树脂制造",
          "（不含危险化学品）",
          "石油、化工设备",
          "塑料制品加工",
          "餐饮服务",
          "轮胎",
          "依法须经批准的项目，经相关部门批准后方可开展经营活动",
          "聚丙烯",
          "化工产品（除外）",
          "技术咨询服务",
          "原油加工",
          "柴油批发");
  private static final List<String> NAMES = List.of("染料厂", "公司", "商店", "制品有限公司");

  private Registers() {}

  /** With line breaks and quotes in scopes, codes that come again, and a row that is short. */
  static Path write(Path file, int rows) throws IOException {
    return write(file, rows, true);
  }

  /** One row a line. */
  static Path writeClean(Path file, int rows) throws IOException {
    return write(file, rows, false);
  }

  private static Path write(Path file, int rows, boolean faults) throws IOException {
    Random random = new Random(rows);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("企业名称,统一社会信用代码,注册日期,注册资金,行业代码,经营范围\n");
      for (int i = 0; i < rows; i++) {
        StringBuilder scope = new StringBuilder();
        for (int n = random.nextInt(7); n > 0; n--) {
          scope.append(ITEMS.get(random.nextInt(ITEMS.size())));
          scope.append(n > 1 ? "、；，".charAt(random.nextInt(3)) : "");
          scope.append(faults && random.nextInt(20) == 0 ? "\n\"\"" : "");
        }
        int code = random.nextInt(rows * 2);
        out.write(
            "虚构%d%s,%s,%d-01-02,%d(万元人民币),%s,\"%s\"\n"
                .formatted(
                    i,
                    NAMES.get(random.nextInt(NAMES.size())),
                    i % 5 == 0 ? "" : "91%06dMA%08d".formatted(211100 + code % 13 * 100, code),
                    1980 + random.nextInt(25),
                    random.nextInt(20_000),
                    i % 3 == 0 ? "2645" : i % 3 == 1 ? "C26" : "",
                    scope));
        if (faults && i == rows / 2) {
          out.write("短,行\n");
        }
      }
    }
    return file;
  }
}
