package org.mujian.promotion;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.mujian.promotion.pull.IoTable;
import org.mujian.promotion.pull.IoTables;
import org.springframework.stereotype.Component;

/**
 * The sample's input-output table: ten sectors with round figures that are of no place and no year.
 */
@Component
class SampleTable {

  /** Name, codes, deliveries to the ten sectors, final use. */
  private static final List<String> ROWS =
      List.of(
          "油气开采|B07|2 180 30 0 0 0 8 2 0 1|20",
          "石油煤炭加工|C25|6 40 210 12 6 14 10 60 3 5|90",
          "化学原料和化学制品|C26|4 12 260 150 30 40 2 3 4 12|240",
          "橡胶和塑料制品|C29|1 2 14 40 36 30 1 6 2 8|180",
          "装备制造|C33 C34 C35 C38|8 10 22 12 90 30 10 12 3 6|320",
          "其他制造业|C13 C17 C27 C28 C30 C31 C32 C36 C39 C43|3 6 40 24 110 160 4 10 6 30|420",
          "电力热力燃气和水|D44 D45 D46|6 14 48 18 20 36 20 6 5 12|60",
          "交通运输和仓储|G54 G55 G59|4 16 30 14 20 40 5 30 8 12|110",
          "研发和专业技术服务|M73 M74 M75 N77|5 6 18 6 24 16 3 4 12 6|80",
          "其他服务业|E47 E48 F51 F52 K70 L72|6 14 40 22 50 70 8 30 20 120|900");

  private final IoTables tables;

  SampleTable(IoTables tables) {
    this.tables = tables;
  }

  void load(long zone) {
    tables.add(
        zone,
        "示例·10 部门投入产出表",
        null,
        "示例：虚构的数，只为演示算法，不是任何地区、任何年份的统计",
        true,
        ROWS.stream().map(row -> sector(row.split("\\|"))).toList());
  }

  private static IoTable.Sector sector(String[] row) {
    return new IoTable.Sector(
        row[0],
        List.of(row[1].split(" ")),
        Arrays.stream(row[2].split(" ")).map(BigDecimal::new).toList(),
        new BigDecimal(row[3]));
  }
}
