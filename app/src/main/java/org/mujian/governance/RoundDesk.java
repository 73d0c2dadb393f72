package org.mujian.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Mark;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.web.Chip;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out how a round stands. */
@Component
@Transactional(readOnly = true)
class RoundDesk {

  private final Rounds rounds;
  private final Scoring scoring;
  private final Persons persons;

  RoundDesk(Rounds rounds, Scoring scoring, Persons persons) {
    this.rounds = rounds;
    this.scoring = scoring;
    this.persons = persons;
  }

  /** What the page was asked; texts as they stand in the address. */
  record Asked(String month, String light, String part, String bureau, String q, String sort) {

    static Asked of(Map<String, String> asked) {
      Function<String, String> text = name -> asked.getOrDefault(name, "").strip();
      return new Asked(
          text.apply("month"),
          text.apply("light"),
          text.apply("class"),
          text.apply("bureau"),
          text.apply("q"),
          text.apply("sort"));
    }

    Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("month", month);
      parameters.put("light", light);
      parameters.put("class", part);
      parameters.put("bureau", bureau);
      parameters.put("q", q);
      parameters.put("sort", sort);
      parameters.values().removeIf(String::isEmpty);
      return parameters;
    }

    /** The address's query with one parameter set, or taken away when {@code value} is empty. */
    String with(String name, String value) {
      Map<String, String> parameters = parameters();
      parameters.put(name, value);
      parameters.values().removeIf(String::isEmpty);
      String query =
          parameters.entrySet().stream()
              .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return query.isEmpty() ? "" : "?" + query;
    }
  }

  /**
   * @param month as asked; anything that is no month of the round's year means the usual one
   */
  Standing standing(Page page, long id, String month) {
    Round round = rounds.get(zone(page), id);
    YearMonth at = round.month(page.today());
    if (month.matches("\\d{4}-(0[1-9]|1[0-2])") && month.startsWith(round.year() + "-")) {
      at = YearMonth.parse(month);
    }
    return scoring.at(round, at);
  }

  RoundView view(Page page, long id, Asked asked) {
    Standing standing = standing(page, id, asked.month());
    Round round = standing.round();
    Words words = Words.of(page);
    String href = page.in("governance/rounds/" + id);
    List<Standing.Line> shown = shown(standing, asked);
    Account account = Objects.requireNonNull(page.account());
    return new RoundView(
        id,
        href,
        round.title(),
        schemeName(words, standing.scheme().head()),
        page.in("governance/schemes/" + round.schemeId()),
        standing.scheme().head().own(),
        round.sample(),
        standing.month().toString(),
        light(words, standing),
        round.isFrozen()
            ? words.t(
                "governance.frozen",
                String.valueOf(round.frozenMonth()),
                String.valueOf(round.frozenOn()),
                String.valueOf(round.frozenBy()))
            : null,
        goals(words, standing),
        parts(href, asked, standing),
        months(page, href, standing, asked),
        chips(words, href, standing, asked),
        shown.stream().map(line -> row(page, words, href, standing, line)).toList(),
        totals(shown),
        asked.with("month", standing.month().toString()),
        !round.isFrozen() && Rights.mayFreeze(account),
        May.RECORD_FACTS.isGranted(account));
  }

  static String schemeName(Words words, StoredScheme.Head head) {
    return words.t("governance.scheme.version", head.name(), head.version());
  }

  static List<Standing.Line> shown(Standing standing, Asked asked) {
    Predicate<Standing.Line> wanted =
        line ->
            (asked.light().isEmpty() || asked.light().equals(lightCode(line, standing.month())))
                && (asked.part().isEmpty() || asked.part().equals(line.part().code()))
                && (asked.bureau().isEmpty() || asked.bureau().equals(line.of().bureau()))
                && (asked.q().isEmpty()
                    || (line.of().code() + " " + line.of().name()).contains(asked.q()));
    List<Standing.Line> lines = new ArrayList<>(standing.lines().stream().filter(wanted).toList());
    switch (asked.sort()) {
      case "lost" ->
          lines.sort(Comparator.comparing((Standing.Line l) -> l.mark().lost()).reversed());
      case "points" ->
          lines.sort(Comparator.comparing((Standing.Line l) -> l.of().points()).reversed());
      case "bureau" -> lines.sort(Comparator.comparing((Standing.Line l) -> l.of().bureau()));
      default -> {}
    }
    return lines;
  }

  /** ok, warn, bad, or missing. */
  static String lightCode(Standing.Line line, YearMonth month) {
    return line.mark().earned() == null ? "missing" : line.verdict(month).state().style();
  }

  static long count(Standing standing, String light) {
    return standing.lines().stream()
        .filter(line -> lightCode(line, standing.month()).equals(light))
        .count();
  }

  static Light light(Words words, Standing standing) {
    long bad = count(standing, "bad");
    long missing = count(standing, "missing");
    if (bad > 0) {
      return new Light(Light.State.BAD, words.t("governance.light.red", bad, missing));
    }
    return missing > 0
        ? new Light(Light.State.WARN, words.t("governance.light.missing", missing))
        : new Light(Light.State.OK, words.t("governance.light.fine"));
  }

  static List<RoundView.Goal> goals(Words words, Standing standing) {
    var score = standing.score();
    String all = Words.points(standing.scheme().head().points());
    Figure.Line formula =
        new Figure.Line(words.t("governance.formula"), words.t("governance.formula.known"), null);
    Figure.Line at =
        new Figure.Line(words.t("governance.period"), standing.month().toString(), null);
    List<RoundView.Goal> goals = new ArrayList<>();
    goals.add(
        new RoundView.Goal(
            words.t("governance.known"),
            Figure.of(Words.points(score.known()), words.t("governance.of", all), formula, at),
            words.t("governance.range", Words.points(score.known()), Words.points(score.most()))));
    BigDecimal movement = standing.movement();
    Figure.Line how =
        new Figure.Line(
            words.t("governance.formula"), words.t("governance.formula.movement"), null);
    goals.add(
        new RoundView.Goal(
            words.t("governance.movement"),
            movement == null
                ? Figure.missing(words.t("governance.movement.none"), "", how)
                : Figure.of(Words.signed(movement), words.t("governance.points.unit"), how, at),
            standing.before() == null
                ? ""
                : words.t(
                    "governance.movement.before",
                    Words.points(standing.before().known()),
                    standing.fresh(),
                    standing.gone())));
    goals.add(
        new RoundView.Goal(
            words.t("governance.open"),
            Figure.of(Words.points(score.open()), words.t("governance.points.unit"), formula, at),
            words.t("governance.open.count", score.missing())));
    goals.add(
        new RoundView.Goal(
            words.t("governance.lost"),
            Figure.of(
                Words.points(lost(standing.lines())),
                words.t("governance.points.unit"),
                new Figure.Line(
                    words.t("governance.formula"), words.t("governance.formula.lost"), null),
                at),
            words.t("governance.lost.count", count(standing, "bad"), count(standing, "warn"))));
    return goals;
  }

  private static List<RoundView.Part> parts(String href, Asked asked, Standing standing) {
    Map<String, List<Standing.Line>> byPart =
        standing.lines().stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.part().code(), LinkedHashMap::new, Collectors.toList()));
    return byPart.values().stream()
        .map(
            lines -> {
              StoredScheme.Part part = lines.getFirst().part();
              return part(
                  part.code() + " " + part.name(),
                  href + asked.with("class", part.code()),
                  lines,
                  standing.month(),
                  "");
            })
        .toList();
  }

  static RoundView.Part part(
      String name, String href, List<Standing.Line> lines, YearMonth month, String people) {
    BigDecimal points = sum(lines, line -> line.of().points());
    BigDecimal known = sum(lines, line -> line.mark().known());
    return new RoundView.Part(
        name,
        href,
        Words.points(points),
        Words.points(known),
        Words.points(sum(lines, line -> line.mark().open())),
        Words.points(lost(lines)),
        known.movePointRight(2).divide(points, 0, RoundingMode.HALF_UP).toPlainString(),
        lines.size(),
        (int) lines.stream().filter(l -> lightCode(l, month).equals("bad")).count(),
        (int) lines.stream().filter(l -> l.mark().earned() == null).count(),
        people);
  }

  /** The points by the department that answers, the most at stake first. */
  List<RoundView.Part> bureaus(Page page, Standing standing) {
    Map<String, String> people =
        persons.listAll(zone(page)).stream()
            .collect(
                Collectors.groupingBy(
                    Person::department,
                    Collectors.mapping(Person::shown, Collectors.joining("、"))));
    String href = page.in("governance/rounds/" + standing.round().id());
    Map<String, List<Standing.Line>> byBureau =
        standing.lines().stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.of().bureau(), LinkedHashMap::new, Collectors.toList()));
    return byBureau.entrySet().stream()
        .map(
            e ->
                part(
                    e.getKey(),
                    href
                        + new Asked(standing.month().toString(), "", "", e.getKey(), "", "")
                            .with("bureau", e.getKey()),
                    e.getValue(),
                    standing.month(),
                    people.getOrDefault(e.getKey(), "")))
        .sorted(
            Comparator.comparing((RoundView.Part part) -> new BigDecimal(part.points())).reversed())
        .toList();
  }

  private static List<Chip> months(Page page, String href, Standing standing, Asked asked) {
    if (standing.round().isFrozen()) {
      return List.of();
    }
    int last =
        YearMonth.from(page.today()).getYear() > standing.round().year()
            ? 12
            : Math.max(1, YearMonth.from(page.today()).getMonthValue());
    List<Chip> chips = new ArrayList<>();
    for (int m = 1; m <= last; m++) {
      YearMonth month = YearMonth.of(standing.round().year(), m);
      chips.add(
          new Chip(
              page.t("governance.month", m),
              href + asked.with("month", month.toString()),
              month.equals(standing.month()),
              false));
    }
    return chips;
  }

  private static List<Chip> chips(Words words, String href, Standing standing, Asked asked) {
    List<Chip> chips = new ArrayList<>();
    for (String light : List.of("bad", "warn", "ok", "missing")) {
      toggle(
          chips,
          words.t("governance.filter." + light, count(standing, light)),
          href,
          asked,
          "light",
          light,
          asked.light());
    }
    for (StoredScheme.Part part : standing.scheme().parts()) {
      toggle(chips, part.name(), href, asked, "class", part.code(), asked.part());
    }
    standing.scheme().lines().stream()
        .map(StoredScheme.Line::bureau)
        .distinct()
        .sorted()
        .forEach(b -> toggle(chips, b, href, asked, "bureau", b, asked.bureau()));
    for (String sort : List.of("lost", "points")) {
      toggle(chips, words.t("governance.sort." + sort), href, asked, "sort", sort, asked.sort());
    }
    if (!asked.q().isEmpty()) {
      toggle(chips, "“" + asked.q() + "”", href, asked, "q", asked.q(), asked.q());
    }
    return chips;
  }

  private static void toggle(
      List<Chip> chips,
      String text,
      String href,
      Asked asked,
      String name,
      String value,
      String now) {
    boolean on = now.equals(value);
    chips.add(new Chip(text, href + asked.with(name, on ? "" : value), on, true));
  }

  static RoundView.Row row(
      Page page, Words words, String href, Standing standing, Standing.Line line) {
    Mark mark = line.mark();
    StoredScheme.Line of = line.of();
    BigDecimal earned = mark.earned();
    Figure.Line why = new Figure.Line(words.t("governance.why"), words.reason(mark), null);
    Figure.Line rule = new Figure.Line(words.t("governance.rule"), words.rule(of.rule()), null);
    return new RoundView.Row(
        href + "/indicators/" + of.id() + "?month=" + standing.month(),
        words.light(line.verdict(standing.month()), mark),
        of.code(),
        of.name(),
        of.unit(),
        of.bureau(),
        words.value(page, line),
        shown(of.rule().needsTarget() ? mark.reading().target() : null),
        shown(of.rule().needsBase() ? mark.reading().base() : null),
        Words.points(of.points()),
        earned == null
            ? Figure.missing(words.reason(mark), "", rule)
            : Figure.of(Words.points(earned), "", why, rule),
        earned == null ? "–" : Words.points(mark.lost()),
        words.reason(mark),
        mark.reading().value() == null && !standing.round().isFrozen()
            ? record(page, of, standing)
            : null);
  }

  /** Where the missing value is put in. */
  private static String record(Page page, StoredScheme.Line of, Standing standing) {
    return page.in(
        "facts/new?measure="
            + of.measure()
            + "&period="
            + Scoring.periods(of, standing.month()).getFirst());
  }

  private static String shown(@Nullable BigDecimal number) {
    return number == null ? "–" : Words.number(number);
  }

  private static RoundView.Totals totals(List<Standing.Line> lines) {
    return new RoundView.Totals(
        lines.size(),
        Words.points(sum(lines, line -> line.of().points())),
        Words.points(sum(lines, line -> line.mark().known())),
        Words.points(lost(lines)),
        Words.points(sum(lines, line -> line.mark().open())));
  }

  static BigDecimal lost(List<Standing.Line> lines) {
    return sum(lines, line -> line.mark().lost());
  }

  private static BigDecimal sum(List<Standing.Line> lines, Function<Standing.Line, BigDecimal> of) {
    return lines.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
