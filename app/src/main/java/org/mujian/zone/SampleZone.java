package org.mujian.zone;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/**
 * The zone of the sample. Names, programmes and the year's goals are those of a published article;
 * outlines and departments are invented and marked so.
 *
 * <p>The article gives the block by its neighbours: east of the Raoyang river, south of the
 * Jing-Shen expressway, west of the Panhaiying expressway, north of the Shuguang living area, 6
 * km². Around 121.9° E it lies in the belt of 123° (121.5° to 124.5°), not of 120°.
 */
@Component
class SampleZone implements SampleContent {

  static final ZoneFacts FACTS =
      new ZoneFacts("beifang", "辽宁北方新材料产业园", "北方新材料", "盘山北方新材料产业园开发建设有限公司", "211122", 123);

  private static final String SCHEMATIC = "示意：按报道的四至画出，不是测绘成果";
  private static final String ARTICLE = "公开报道";

  /** South-west of the block, in the plane of the belt, metres. */
  private static final int EAST = 407_000;

  private static final int NORTH = 4_559_000;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Dossiers dossiers;
  private final Features features;

  SampleZone(Dossiers dossiers, Features features) {
    this.dossiers = dossiers;
    this.features = features;
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public String titleKey() {
    return "sample.zone";
  }

  @Override
  public void load(Zone zone) {
    int year = dossiers.get(zone).profile().planYear();
    dossiers.write(zone, profile(year));
    dossiers.writeProgrammes(zone, PROGRAMMES);
    dossiers.writeDepartments(zone, DEPARTMENTS);
    dossiers.writeTargets(zone, year, targets(year));
    draw(zone);
  }

  private static Profile profile(int year) {
    return new Profile(
        year,
        "辽宁北方新材料产业园管理委员会",
        "由管委会管理，盘山北方新材料产业园开发建设有限公司负责开发建设（委员会加开建公司）。",
        "新开工项目 10 个、竣工 8 个；实现首季开门红；进入省重点园区行列。",
        "",
        0);
  }

  private static final List<Programme> PROGRAMMES =
      List.of(
          new Programme(
              1,
              "西部拓展工程",
              "提升园区承载力：开发绕阳河以东、京沈高速以南、盘海营高速以西、曙光生活区以北 6 平方公里，"
                  + "实现企业入驻所需的七通一平。计划投资 1 亿元，建设曙光变电所（报道写作 6.6 万千伏安，存疑）、"
                  + "曙光二号路、曙光五号路，实施绿化、亮化、给排水和场地平整。"),
          new Programme(2, "重点项目推进工程", "四个一批；要素供给协调联动机制；一企一策；沟通反馈机制；用地指标优先保障重点项目，清理盘活闲置土地，优化要素配置。"),
          new Programme(
              3, "招大、引强、选优工程", "石化及精细化工、塑料新材料、装备制造、现代物流、工业地产五个方向；沿产业链招商，引进龙头企业，引一牵百，填补链条空白。"),
          new Programme(4, "产业集群升级改造工程", "石油化工、塑料新材料、装备制造、现代物流四个集群；龙头带动重组改造，延长链条，提高集中度，品牌带动，扩大出口。"),
          new Programme(5, "服务环境提升工程", "一站式办公、一条龙服务、全程代理；企业注册登记、土地招拍挂、环评代办；岗位练兵、交流挂职、专业培训；一线工作法。"),
          new Programme(6, "体制机制创新工程", "大部制；选人用人与绩效考核；非公企业党建与党群一体化；财税体制；融资平台；全省开发区 95 项指标考核。"));

  private static final List<Department> DEPARTMENTS =
      List.of(
          new Department("规划建设局", "西部拓展、土地与基础设施", true),
          new Department("项目推进局", "重点项目、要素保障、一企一策", true),
          new Department("招商局", "产业链招商、线索与洽谈", true),
          new Department("经济发展局", "产业集群、统计与运行监测", true),
          new Department("行政服务局", "一站式办公、代办与走访", true),
          new Department("党群工作部", "机构、考核与非公企业党建", true));

  private static List<Target> targets(int year) {
    return List.of(
        new Target(year, "新开工项目", "", BigDecimal.TEN, "项", ARTICLE),
        new Target(year, "竣工项目", "", BigDecimal.valueOf(8), "项", ARTICLE),
        new Target(year, "基础设施投资", "", BigDecimal.valueOf(10_000), "万元", ARTICLE),
        new Target(year, "起步区可供地", "", BigDecimal.valueOf(800), "亩", "示例"));
  }

  private void draw(Zone zone) {
    surface(zone, Feature.Kind.BOUNDARY, "园区范围", BOUNDARY);
    surface(zone, Feature.Kind.BLOCK, "西部拓展区", BLOCK);
    surface(zone, Feature.Kind.SETTLEMENT, "曙光生活区", SETTLEMENT);
    line(zone, Feature.Kind.RIVER, "绕阳河", RIVER);
    line(zone, Feature.Kind.ROAD, "京沈高速", NORTHERN_ROAD);
    line(zone, Feature.Kind.ROAD, "盘海营高速", EASTERN_ROAD);
  }

  /** Exactly 6,000,000 m² in the plane. */
  private static final int[][] BLOCK = {
    {180, 0}, {2900, 0}, {2960, 1050}, {2920, 2080}, {1500, 2160}, {90, 2110}, {0, 1150}, {260, 545}
  };

  private static final int[][] BOUNDARY = {
    {150, -60},
    {3300, -60},
    {5600, 150},
    {5900, 1500},
    {5400, 2600},
    {3100, 2200},
    {1500, 2240},
    {40, 2180},
    {-60, 1150},
    {190, 560}
  };

  private static final int[][] SETTLEMENT = {{700, -900}, {2300, -950}, {2350, -250}, {650, -220}};

  private static final int[][] RIVER = {
    {-250, 3300},
    {-420, 2600},
    {-220, 2000},
    {-330, 1200},
    {-80, 600},
    {-200, -100},
    {-520, -700},
    {-400, -1400}
  };

  private static final int[][] NORTHERN_ROAD = {
    {-1200, 2480}, {400, 2420}, {1700, 2450}, {3300, 2560}, {4600, 2900}, {6400, 3500}
  };

  private static final int[][] EASTERN_ROAD = {
    {3260, 3600}, {3180, 2600}, {3140, 1500}, {3110, 400}, {3180, -600}, {3400, -1400}
  };

  private void surface(Zone zone, Feature.Kind kind, String name, int[][] points) {
    Coordinate[] ring = coordinates(points, points.length + 1);
    ring[points.length] = ring[0];
    features.put(zone, kind, name, degrees(GEOMETRIES.createPolygon(ring)), SCHEMATIC, true);
  }

  private void line(Zone zone, Feature.Kind kind, String name, int[][] points) {
    Coordinate[] line = coordinates(points, points.length);
    features.put(zone, kind, name, degrees(GEOMETRIES.createLineString(line)), SCHEMATIC, true);
  }

  private static Coordinate[] coordinates(int[][] points, int length) {
    Coordinate[] coordinates = new Coordinate[length];
    for (int i = 0; i < points.length; i++) {
      coordinates[i] = new Coordinate(EAST + points[i][0], NORTH + points[i][1]);
    }
    return coordinates;
  }

  private static Geometry degrees(Geometry plane) {
    return Projection.of(FACTS.centralMeridian()).toDegrees(plane);
  }
}
