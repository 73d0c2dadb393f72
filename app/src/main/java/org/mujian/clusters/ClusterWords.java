package org.mujian.clusters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Standing.Computed;
import org.mujian.promotion.ChainStanding;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;

/** Clusters in the words and figures of pages. */
final class ClusterWords {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private ClusterWords() {}

  static Light light(Page page, Computed of) {
    int members = of.sheet().members(of.month()).size();
    int missing = of.sheet().listMissing(of.month()).size();
    if (members == 0) {
      return new Light(Light.State.WARN, page.t("clusters.light.no-members"));
    }
    if (missing > 0) {
      boolean late = page.today().isAfter(of.due());
      return new Light(
          late ? Light.State.BAD : Light.State.WARN,
          page.t(
              late ? "clusters.light.late" : "clusters.light.waits",
              of.month().toString(),
              missing,
              members,
              of.due().toString()));
    }
    BigDecimal year = of.sheet().sum(Item.OUTPUT, of.month()).year().percent();
    String month = of.month().toString();
    if (year == null) {
      return new Light(Light.State.OK, page.t("clusters.light.whole", month));
    }
    return new Light(
        year.signum() < 0 ? Light.State.WARN : Light.State.OK,
        page.t("clusters.light.year", month, signed(year)));
  }

  static String signed(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
  }

  static String growth(Sheet.Growth growth) {
    BigDecimal percent = growth.percent();
    return percent == null ? "" : signed(percent);
  }

  static String reported(Computed of, YearMonth month) {
    int members = of.sheet().members(month).size();
    return members - of.sheet().listMissing(month).size() + " / " + members;
  }

  static Map<Item, Figure> sums(Page page, Computed of, YearMonth month) {
    Map<Item, Figure> sums = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      sums.put(item, sum(page, of, of.sheet().sum(item, month)));
    }
    return sums;
  }

  private static Figure sum(Page page, Computed of, Sheet.Sum sum) {
    Figure.Line[] lines = {
      line(
          page,
          "formula",
          page.t("clusters.sum.formula", page.t("clusters.item." + sum.item().code()))),
      line(page, "inputs", page.t("clusters.sum.inputs", sum.reported(), sum.members())),
      line(page, "year", grown(page, sum.year())),
      line(page, "before", grown(page, sum.before())),
      line(page, "source", page.t("clusters.source.reports")),
      line(page, "period", sum.month().toString())
    };
    BigDecimal value = sum.value();
    return value == null
        ? Figure.missing(
            page.t("clusters.sum.none", sum.month().toString(), sum.members()), "", lines)
        : Figure.of(number(page, value), "", lines);
  }

  private static String grown(Page page, Sheet.Growth growth) {
    return growth.percent() == null
        ? page.t(growth.pairs() == 0 ? "clusters.growth.none" : "clusters.growth.base")
        : page.t("clusters.growth.of", signed(growth.percent()), growth.pairs());
  }

  static Figure cr4(Page page, Computed of) {
    Concentration found = of.concentration();
    return figure(
        page,
        found.cr4(),
        "%",
        found.output().signum() <= 0
            ? page.t("clusters.none.output", of.month().toString())
            : page.t("clusters.none.cr4", found.reported()),
        "cr4",
        inputs(page, of),
        of);
  }

  static Figure hhi(Page page, Computed of) {
    return figure(
        page,
        of.concentration().hhi(),
        "",
        page.t("clusters.none.output", of.month().toString()),
        "hhi",
        inputs(page, of),
        of);
  }

  static Figure share(Page page, Computed of) {
    Concentration found = of.concentration();
    return figure(
        page,
        found.share(),
        "%",
        page.t("clusters.none.output", of.month().toString()),
        "share",
        page.t(
            "clusters.share.inputs",
            number(page, found.output()),
            number(page, found.zoneOutput()),
            found.zoneReported()),
        of);
  }

  private static String inputs(Page page, Computed of) {
    int members = of.sheet().members(of.month()).size();
    return page.t(
        "clusters.concentration.inputs",
        number(page, of.concentration().output()),
        of.concentration().reported(),
        members);
  }

  private static Figure figure(
      Page page,
      @Nullable BigDecimal value,
      String unit,
      String missing,
      String formula,
      String inputs,
      Computed of) {
    Figure.Line[] lines = {
      line(page, "formula", page.t("clusters." + formula + ".formula")),
      line(page, "inputs", inputs),
      line(page, "source", page.t("clusters.source.reports")),
      line(page, "period", of.month().toString())
    };
    return value == null
        ? Figure.missing(missing, "", lines)
        : Figure.of(number(page, value), unit, lines);
  }

  /** Two digits; the formula with its four counts behind it. */
  static Figure quotient(Page page, Computed of) {
    ChainStanding found = of.standing();
    Double quotient = found.quotient();
    if (quotient == null) {
      String why = obstacle(found);
      return Figure.missing(
          page.t("clusters.quotient." + why),
          "",
          line(page, "formula", page.t("clusters.quotient.formula")));
    }
    return Figure.of(
        BigDecimal.valueOf(quotient).setScale(2, RoundingMode.HALF_UP).toPlainString(),
        "",
        line(page, "formula", page.t("clusters.quotient.formula")),
        line(
            page,
            "inputs",
            page.t(
                "clusters.quotient.inputs",
                found.inCity(),
                found.cityEnterprises(),
                found.inProvince(),
                found.provinceEnterprises())),
        line(page, "source", page.t("clusters.quotient.source", found.version())),
        line(page, "period", taggedAt(page, found)));
  }

  static String obstacle(ChainStanding standing) {
    return standing.obstacle() == null
        ? "none"
        : standing.obstacle().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String taggedAt(Page page, ChainStanding found) {
    return found.taggedAt() == null
        ? ""
        : page.t(
            "clusters.quotient.tagged",
            MINUTE.format(LocalDateTime.ofInstant(found.taggedAt(), ReportRules.CHINA)));
  }

  private static Figure.Line line(Page page, String key, String text) {
    return new Figure.Line(page.t("clusters.line." + key), text, null);
  }

  /** At most one decimal: reports of 万元 are no finer on a page. */
  static String number(Page page, BigDecimal value) {
    return page.number(
        value.setScale(Math.min(1, Math.max(0, value.scale())), RoundingMode.HALF_UP));
  }

  static Shown.Line line(Page page, Computed of) {
    return new Shown.Line(
        of.cluster(),
        page.in("clusters/" + of.cluster().id()),
        light(page, of),
        reported(of, of.month()),
        sums(page, of, of.month()),
        growth(of.sheet().sum(Item.OUTPUT, of.month()).year()),
        cr4(page, of),
        hhi(page, of),
        share(page, of),
        quotient(page, of));
  }

  /** The bars of the chart: the year's months up to the shown one, the highest 100. */
  static List<Shown.Bar> bars(Page page, Computed of, int months) {
    List<Sheet.Sum> sums =
        java.util.stream.IntStream.range(0, months)
            .mapToObj(i -> of.sheet().sum(Item.OUTPUT, of.month().minusMonths(months - 1L - i)))
            .toList();
    double most =
        sums.stream()
            .mapToDouble(s -> s.value() == null ? 0 : s.value().doubleValue())
            .max()
            .orElse(0);
    if (most <= 0) {
      return List.of();
    }
    return java.util.stream.IntStream.range(0, months)
        .mapToObj(i -> bar(page, sums.get(i), i, most))
        .toList();
  }

  private static Shown.Bar bar(Page page, Sheet.Sum sum, int place, double most) {
    BigDecimal value = sum.value();
    int height = value == null ? 0 : (int) Math.round(value.doubleValue() / most * 100);
    String text =
        value == null
            ? page.t("clusters.sum.none", sum.month().toString(), sum.members())
            : page.t(
                "clusters.bar",
                sum.month().toString(),
                number(page, value),
                sum.reported(),
                sum.members());
    String month = String.valueOf(sum.month().getMonthValue());
    return new Shown.Bar(place * 24, 100 - height, height, month, text, sum.isWhole());
  }
}
