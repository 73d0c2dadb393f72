package org.mujian.enterprises;

import java.time.LocalDate;
import java.util.List;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/**
 * Twenty-four enterprises that do not exist, for the sample zone alone. Their names begin with 示例
 * and they have no credit codes, so that none is taken for a real one.
 */
@Component
class EnterpriseSample implements SampleContent {

  /** name | industry | capital | registered | scope */
  static final String ROWS =
      """
      示例辽滨石化有限公司 | C2511 | 30000万元 | 2009-03-18 | 原油加工；沥青、石脑油、液化石油气生产与销售
      示例北方沥青有限公司 | C2511 | 8000万元 | 2011-06-02 | 改性沥青、道路沥青、防水卷材沥青生产
      示例芳烃材料有限公司 | C2614 | 12000万元 | 2013-09-10 | 苯、甲苯、二甲苯及其衍生物生产
      示例碳四综合利用有限公司 | C2614 | 9500万元 | 2014-04-21 | 异丁烯、甲基叔丁基醚、丁烷生产
      示例增塑剂有限公司 | C2661 | 3200万元 | 2016-05-12 | 邻苯类及环保增塑剂生产与销售
      示例催化剂科技有限公司 | C2661 | 2600万元 | 2018-08-08 | 炼油催化剂、助剂的研发与生产
      示例精细化工有限公司 | C2619 | 4100万元 | 2015-11-30 | 表面活性剂、油田化学品生产
      示例聚丙烯新材料有限公司 | C2651 | 15000万元 | 2012-02-14 | 聚丙烯树脂、改性聚丙烯生产
      示例工程塑料有限公司 | C2651 | 5600万元 | 2017-07-19 | 改性塑料、工程塑料粒子生产
      示例合成橡胶有限公司 | C2652 | 7800万元 | 2014-10-09 | 丁苯橡胶、热塑性弹性体生产
      示例塑胶管材有限公司 | C2922 | 2800万元 | 2013-03-27 | 聚乙烯管、聚丙烯管、玻璃钢管生产与安装
      示例防水卷材有限公司 | C2922 | 1900万元 | 2016-09-01 | 高分子防水卷材生产
      示例包装薄膜有限公司 | C2921 | 1500万元 | 2018-01-16 | 聚乙烯、双向拉伸聚丙烯薄膜生产
      示例塑料托盘制品有限公司 | C2929 | 800万元 | 2020-04-03 | 塑料托盘、周转箱、注塑制品生产
      示例石油装备有限公司 | C3512 | 6600万元 | 2010-12-06 | 钻机、抽油机、井口装置制造与检修
      示例炼化设备有限公司 | C3521 | 5200万元 | 2012-08-23 | 换热器、塔器、反应器等压力容器制造
      示例钢结构工程有限公司 | C3311 | 2000万元 | 2011-05-15 | 钢结构、管廊制造与安装
      示例阀门有限公司 | C3443 | 1200万元 | 2015-02-28 | 工业阀门、管件制造
      示例模具科技有限公司 | C3525 | 600万元 | 2019-10-11 | 注塑模具设计与制造
      示例危化仓储物流有限公司 | G5942 | 7000万元 | 2014-06-18 | 危险化学品仓储、装卸、管道输送
      示例陆港物流有限公司 | G5431 | 3000万元 | 2012-11-05 | 普通货物道路运输、集装箱运输、货运代理
      示例供热有限公司 | D4430 | 4500万元 | 2013-07-07 | 工业蒸汽生产与供应、集中供热
      示例再生资源有限公司 | C4220 | 900万元 | 2021-03-22 | 废塑料回收、破碎、造粒
      示例标准厂房运营有限公司 | K7040 | 10000万元 | 2019-05-29 | 标准厂房建设、租赁与园区配套服务
      """;

  private final Enterprises enterprises;
  private final ZoneEnterprises members;

  EnterpriseSample(Enterprises enterprises, ZoneEnterprises members) {
    this.enterprises = enterprises;
    this.members = members;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String titleKey() {
    return "enterprises.sample";
  }

  @Override
  public void load(Zone zone) {
    drafts().forEach(draft -> enterprises.add(zone.id(), draft));
    members.addSamples(zone.id());
  }

  static List<Draft> drafts() {
    return ROWS.lines().map(EnterpriseSample::draft).toList();
  }

  private static Draft draft(String row) {
    String[] cell = row.split("\\s*\\|\\s*");
    return new Draft(
        null,
        cell[0],
        List.of(),
        "有限责任公司",
        cell[1],
        "211122",
        "辽宁",
        "盘锦",
        cell[2],
        LocalDate.parse(cell[3]),
        "盘锦市盘山县（示例地址）",
        cell[4],
        "存续",
        "示例",
        true);
  }
}
