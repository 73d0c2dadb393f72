package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.mujian.units.Money;
import org.mujian.zone.Projection;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/**
 * The sample's first area: 800 mu in 60 parcels, of which 14 wait for the substation, and 12 works
 * of 100 million yuan together. All invented; the dates move with the day it is loaded.
 */
@Component
class SampleLand implements SampleContent {

  /** Five rows of twelve: what each parcel is. The legend stands at {@link #parcel}. */
  private static final List<String> PLAN =
      List.of(
          "TTUSSSPPPPPP", //
          "TIUSSSPPPPPP",
          "TKUSSSPPSSCC",
          "UKLSSSWWSSCC",
          "IKLKSZWWZZZZ");

  /** Metres; together 1,066⅔: a row 100 m deep is 160 mu. */
  private static final double[] WIDTHS = {
    70, 110, 80, 100, 95, 85, 90, 75, 105, 88, 92, 1066.0 + 2.0 / 3 - 990
  };

  private static final double DEPTH = 100;
  private static final double ROAD = 24;

  /** South-west of the first area, in the plane of the belt, metres. */
  private static final double EAST = 407_900;

  private static final double NORTH = 4_559_650;

  private final Parcels parcels;
  private final Tracks tracks;
  private final WorkRows works;
  private final States states;

  SampleLand(Parcels parcels, Tracks tracks, WorkRows works, States states) {
    this.parcels = parcels;
    this.tracks = tracks;
    this.works = works;
    this.states = states;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String titleKey() {
    return "sample.land";
  }

  @Override
  public void load(Zone zone) {
    LocalDate today = states.today();
    Map<ConnectionKind, Work> by = works(zone.id(), today);
    Projection projection = Projection.of(zone.centralMeridian());
    for (int row = 0; row < PLAN.size(); row++) {
      double x = EAST;
      for (int column = 0; column < WIDTHS.length; column++) {
        if (column == WIDTHS.length / 2) {
          x += ROAD;
        }
        double y = NORTH + (PLAN.size() - 1 - row) * (DEPTH + ROAD);
        Geometry plane =
            Shapes.DEGREES.toGeometry(new Envelope(x, x + WIDTHS[column], y, y + DEPTH));
        x += WIDTHS[column];
        int n = row * WIDTHS.length + column + 1;
        parcel(
            zone.id(),
            "%s-%02d".formatted(row < 2 ? "A" : row < 4 ? "B" : "C", n),
            PLAN.get(row).charAt(column),
            projection.toDegrees(plane),
            n,
            by,
            today);
      }
    }
  }

  /**
   * @param kind T built, U under construction, K contract signed, L listed, I idle suspected, S
   *     supplyable, P waits for the substation, W waits for sewage, C meant for chemicals, Z title
   *     not clear yet
   */
  private void parcel(
      long zone,
      String number,
      char kind,
      Geometry outline,
      int n,
      Map<ConnectionKind, Work> by,
      LocalDate today) {
    boolean chemical = kind == 'C';
    var wanted =
        new NewParcel(
            number,
            "起步区",
            chemical ? "三类工业" : n % 9 == 0 ? "仓储" : "二类工业",
            chemical,
            new BigDecimal("1.0"),
            new BigDecimal("40"),
            new BigDecimal("260"),
            new BigDecimal("12"),
            true);
    long id = parcels.create(zone, wanted, outline, null).id();
    legal(zone, id, kind, n, today);
    commitment(zone, id, kind, today);
    for (ConnectionKind connection : ConnectionKind.values()) {
      connection(zone, id, connection, kind, n, by, today);
    }
  }

  private void legal(long zone, long id, char kind, int n, LocalDate today) {
    boolean clear = kind != 'Z';
    done(zone, id, LegalStep.PLANNING.code(), today.minusDays(500), "规划〔示例〕" + n);
    done(zone, id, LegalStep.BOUNDARY.code(), today.minusDays(480), "核查〔示例〕" + n);
    done(zone, id, LegalStep.CONVERSION.code(), today.minusDays(400), "转用〔示例〕" + (1 + n / 20));
    if (clear) {
      done(zone, id, LegalStep.EXPROPRIATION.code(), today.minusDays(330), "征收〔示例〕" + n);
      done(zone, id, LegalStep.STORAGE.code(), today.minusDays(300), "收储〔示例〕" + n);
      done(zone, id, LegalStep.CLEAR.code(), today.minusDays(260 - n), "净地〔示例〕" + n);
    } else {
      due(zone, id, LegalStep.EXPROPRIATION.code(), today.plusDays(60));
      due(zone, id, LegalStep.STORAGE.code(), today.plusDays(90));
      due(zone, id, LegalStep.CLEAR.code(), today.plusDays(120));
    }
  }

  private void commitment(long zone, long id, char kind, LocalDate today) {
    int reached = "LKUT".indexOf(kind);
    List<Commitment> steps =
        List.of(Commitment.LISTED, Commitment.CONTRACTED, Commitment.BUILDING, Commitment.BUILT);
    for (int i = 0; i <= reached; i++) {
      done(zone, id, steps.get(i).code(), today.minusDays(200L - 50L * i), "示例");
    }
    if (kind == 'I') {
      done(zone, id, Commitment.LISTED.code(), today.minusDays(800), "示例");
      done(zone, id, Commitment.CONTRACTED.code(), today.minusDays(740), "示例");
      done(zone, id, Commitment.IDLE.code(), today.minusDays(20), "巡查线索（示例）");
    }
  }

  private void connection(
      long zone,
      long id,
      ConnectionKind kind,
      char parcel,
      int n,
      Map<ConnectionKind, Work> by,
      LocalDate today) {
    Work work = by.get(kind);
    boolean open =
        parcel == 'P' && kind == ConnectionKind.POWER
            || parcel == 'W' && kind == ConnectionKind.SEWAGE
            || parcel == 'Z' && kind == ConnectionKind.LEVELLING;
    boolean old = "TUKLI".indexOf(parcel) >= 0;
    LocalDate built = work == null || old ? null : work.finished();
    LocalDate there = built == null ? today.minusDays(140 - n) : built.plusDays(n % 10);
    boolean own = work != null && (open || built != null);
    tracks.put(
        zone,
        new Connection(
            id,
            kind,
            open ? "trunk" : "red-line",
            kind == ConnectionKind.POWER ? BigDecimal.TEN : null,
            kind == ConnectionKind.HEAT ? "steam" : null,
            kind == ConnectionKind.HEAT ? BigDecimal.ONE : null,
            open && work != null ? work.plannedFinish() : there,
            null,
            open ? null : there,
            open ? "" : "验收单（示例）",
            own ? Objects.requireNonNull(work).id() : null,
            null));
  }

  private void done(long zone, long id, String step, LocalDate on, String document) {
    String authority = step.equals("idle") ? "管委会规划建设局" : "县自然资源局";
    tracks.put(zone, new Step(id, step, null, null, on, authority, document, null));
  }

  private void due(long zone, long id, String step, LocalDate on) {
    tracks.put(zone, new Step(id, step, on, on, null, "", "", null));
  }

  /** Days from today; {@code paid} is per cent of the estimate, 97 % of the budget. */
  private record Plan(
      String name,
      int budgetWan,
      int start,
      int planned,
      int forecast,
      boolean finished,
      int paid,
      @Nullable ConnectionKind serves,
      String note) {}

  private static final List<Plan> WORKS =
      List.of(
          new Plan(
              "曙光变电所",
              2600,
              -200,
              30,
              71,
              false,
              61,
              ConnectionKind.POWER,
              "报道写作 6.6 万千伏安，或为 66 kV 之误：容量存疑"),
          new Plan("曙光二号路", 1250, -260, -70, -60, true, 95, ConnectionKind.ROAD, ""),
          new Plan("曙光五号路", 1180, -240, -20, -15, true, 88, null, ""),
          new Plan("起步区给水", 760, -250, -95, -90, true, 97, ConnectionKind.WATER, ""),
          new Plan("起步区雨水", 640, -250, -90, -85, true, 96, ConnectionKind.RAIN, ""),
          new Plan("起步区污水", 820, -160, 50, 50, false, 92, ConnectionKind.SEWAGE, ""),
          new Plan("供热管网", 900, -210, -45, -40, true, 90, ConnectionKind.HEAT, ""),
          new Plan("燃气管网", 420, -200, -50, -50, true, 93, ConnectionKind.GAS, ""),
          new Plan("通讯管道", 230, -220, -105, -100, true, 97, ConnectionKind.TELECOM, ""),
          new Plan("场地平整", 700, -180, 100, 100, false, 70, ConnectionKind.LEVELLING, ""),
          new Plan("绿化", 300, 0, 160, 160, false, 0, null, "不影响地块就绪"),
          new Plan("亮化", 200, 0, 140, 140, false, 0, null, "不影响地块就绪"));

  private Map<ConnectionKind, Work> works(long zone, LocalDate today) {
    Map<ConnectionKind, Work> by = new EnumMap<>(ConnectionKind.class);
    for (int i = 0; i < WORKS.size(); i++) {
      Plan plan = WORKS.get(i);
      Work work = work(zone, "GC-%02d".formatted(i + 1), plan, today);
      if (plan.serves() != null) {
        by.put(plan.serves(), work);
      }
    }
    return by;
  }

  private Work work(long zone, String number, Plan plan, LocalDate today) {
    Money budget = Money.ofWan(BigDecimal.valueOf(plan.budgetWan()));
    Money estimate = Money.ofYuan(budget.yuan().multiply(new BigDecimal("0.97")));
    Work work =
        works.add(
            zone,
            new WorkRows.New(
                number,
                plan.name(),
                "",
                budget,
                estimate,
                today.plusDays(plan.start()),
                today.plusDays(plan.planned()),
                today.plusDays(plan.forecast()),
                plan.start() < 0 ? today.plusDays(plan.start()) : null,
                plan.note(),
                true));
    if (plan.paid() > 0) {
      Money paid =
          Money.ofYuan(estimate.yuan().multiply(BigDecimal.valueOf(plan.paid())).movePointLeft(2));
      works.pay(work, paid, today.minusDays(12), "示例凭证-" + number);
    }
    if (plan.finished()) {
      works.setFinished(work, today.plusDays(plan.forecast()), "竣工验收单（示例）");
    }
    return works.find(zone, work.id()).orElseThrow();
  }
}
