package org.mujian.promotion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.promotion.gap.Base;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Figure;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.zone.Division;
import org.mujian.zone.Divisions;
import org.springframework.stereotype.Component;

/** What chains, gaps and their figures are called on pages. */
@Component
class ChainWords {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  private final Divisions divisions;

  ChainWords(Divisions divisions) {
    this.divisions = divisions;
  }

  static String name(Page page, Atlas atlas) {
    return page.language() == Language.ENGLISH ? atlas.nameEn() : atlas.name();
  }

  static String name(Page page, Link link) {
    return page.language() == Language.ENGLISH ? link.nameEn() : link.name();
  }

  /** The name of a place by the first two or four digits of its code; empty when unknown. */
  String place(@Nullable String prefix) {
    return prefix == null
        ? ""
        : divisions.find((prefix + "0000").substring(0, 6)).map(Division::name).orElse(prefix);
  }

  static String number(long number) {
    return NumberFormat.getIntegerInstance(java.util.Locale.ROOT).format(number);
  }

  static String wan(@Nullable BigDecimal yuan) {
    return yuan == null
        ? "–"
        : NumberFormat.getNumberInstance(java.util.Locale.ROOT)
            .format(yuan.divide(WAN, 2, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  /** Which of the link's enterprises count: 生产, 服务 or 贸易. */
  static String counted(Page page, Link link) {
    return page.t("promotion.role." + link.counts().code());
  }

  /** With its reason in one line, from the figures. */
  Light light(Page page, Gap gap) {
    String who = counted(page, gap.link());
    String reason =
        switch (gap.verdict()) {
          case MISSING ->
              gap.inProvince() == 0
                  ? page.t("promotion.reason.nowhere", who)
                  : page.t("promotion.reason.missing", who, number(gap.inProvince()));
          case WEAK ->
              gap.inCity() <= Gap.WEAK_UP_TO
                  ? page.t("promotion.reason.single", who, number(gap.inCity()))
                  : page.t("promotion.reason.weak", who, number(gap.inCity()), quotient(gap));
          case PRESENT ->
              page.t("promotion.reason.present", who, number(gap.inCity()), quotient(gap));
        };
    return new Light(gap.verdict().light(), reason);
  }

  /** Two digits; a dash when it cannot be computed. */
  static String quotient(Gap gap) {
    return quotient(gap.quotient());
  }

  static String quotient(@Nullable Double quotient) {
    return quotient == null
        ? "–"
        : BigDecimal.valueOf(quotient).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** The quotient as a figure that opens to its formula and inputs. */
  Figure figure(Page page, Gap gap, Coverage coverage) {
    Figure.Line[] lines = {
      line(page, "formula", page.t("promotion.source.formula-is")),
      line(
          page,
          "inputs",
          page.t(
              "promotion.source.inputs-are",
              number(gap.inCity()),
              number(gap.cityBase().enterprises()),
              number(gap.inProvince()),
              number(gap.provinceBase().enterprises()))),
      line(page, "period", years(page, coverage.province())),
      line(page, "known", time(coverage)),
      line(page, "source", page.t("promotion.source.source-is", coverage.version()))
    };
    return gap.quotient() == null
        ? Figure.missing(page.t("promotion.reason.no-quotient"), "", lines)
        : Figure.of(quotient(gap), "", lines);
  }

  private static Figure.Line line(Page page, String key, String text) {
    return new Figure.Line(page.t("promotion.source." + key), text, null);
  }

  static String time(Coverage coverage) {
    return MINUTE.format(LocalDateTime.ofInstant(coverage.taggedAt(), Leads.PLACE));
  }

  static String years(Page page, Base base) {
    return base.firstYear() == null
        ? page.t("promotion.coverage.no-years")
        : page.t(
            "promotion.coverage.years",
            String.valueOf(base.firstYear()),
            String.valueOf(base.lastYear()));
  }

  /** What the figures of several chains stand on. */
  static String coverageOfAll(Page page, Coverage coverage) {
    return coverage(page, coverage, "promotion.coverage.all");
  }

  /** What the figures stand on and what they cannot say, in one sentence. */
  static String coverage(Page page, Coverage coverage) {
    return coverage(page, coverage, "promotion.coverage");
  }

  private static String coverage(Page page, Coverage coverage, String key) {
    return page.t(
        key,
        number(coverage.province().enterprises()),
        number(coverage.city().enterprises()),
        years(page, coverage.province()),
        String.valueOf(
            coverage.province().lastYear() == null ? "–" : coverage.province().lastYear()),
        time(coverage),
        coverage.version());
  }
}
