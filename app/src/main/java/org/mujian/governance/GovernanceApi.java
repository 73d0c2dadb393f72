package org.mujian.governance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.ApiZone;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schemes, rounds and scores for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "appraisal", description = "考核方案、轮次与得分 / appraisal (preview)")
class GovernanceApi {

  private final Schemes schemes;
  private final Rounds rounds;
  private final Scoring scoring;
  private final ApiZone zones;
  private final Texts texts;
  private final java.time.Clock clock;
  private final TransactionTemplate transaction;

  GovernanceApi(
      Schemes schemes,
      Rounds rounds,
      Scoring scoring,
      ApiZone zones,
      Texts texts,
      java.time.Clock clock,
      TransactionTemplate transaction) {
    this.schemes = schemes;
    this.rounds = rounds;
    this.scoring = scoring;
    this.zones = zones;
    this.texts = texts;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * A version of a scheme.
   *
   * @param own ships with the program: ours, not the province's
   */
  record SchemeAnswer(
      long id,
      String name,
      int version,
      boolean own,
      BigDecimal points,
      String source,
      int indicators,
      List<ClassAnswer> classes) {}

  record ClassAnswer(
      String code, String name, BigDecimal points, List<IndicatorAnswer> indicators) {}

  record IndicatorAnswer(
      String code,
      String name,
      String unit,
      BigDecimal points,
      String rule,
      String terms,
      boolean lowerIsBetter,
      boolean accrues,
      @Nullable BigDecimal target,
      String measure,
      String bureau) {}

  record RoundAnswer(
      long id, String title, long schemeId, int year, @Nullable String frozenMonth) {}

  /**
   * How a round stands.
   *
   * @param known points earned for certain
   * @param open points of indicators that are not known: neither earned nor lost
   * @param most known and open together
   * @param movement points above those of a month earlier, of indicators known in both; null when
   *     there is nothing to compare
   */
  record ScoreAnswer(
      long round,
      String month,
      boolean frozen,
      BigDecimal declared,
      BigDecimal known,
      BigDecimal open,
      BigDecimal most,
      @Nullable BigDecimal movement,
      List<ClassScore> classes,
      List<MarkAnswer> indicators) {}

  record ClassScore(
      String code, String name, BigDecimal points, BigDecimal known, BigDecimal open) {}

  /**
   * What an indicator earned and why.
   *
   * @param earned null when it is not known
   * @param reason stable code, for example {@code completion} or {@code no-value}
   * @param counted what the projects' room counted (started, completed), when no fact is behind it
   * @param factId the approved fact behind the value
   */
  record MarkAnswer(
      String code,
      String name,
      String unit,
      String bureau,
      BigDecimal points,
      @Nullable BigDecimal value,
      @Nullable BigDecimal target,
      @Nullable BigDecimal base,
      @Nullable BigDecimal earned,
      String light,
      String reason,
      String words,
      @Nullable String period,
      @Nullable Long factId,
      @Nullable Long baseFactId,
      @Nullable String counted) {}

  @Operation(summary = "Schemes of a zone (preview)", description = "May still change.")
  @GetMapping("/schemes")
  List<SchemeAnswer> schemes(
      HttpServletRequest request,
      @Parameter(description = "Code of a zone; by default the account's own")
          @RequestParam(defaultValue = "")
          String zone) {
    return schemes.listAll(zone(request, zone)).stream()
        .map(head -> answer(head, List.of()))
        .toList();
  }

  @Operation(summary = "A scheme with its indicators (preview)", description = "May still change.")
  @GetMapping("/schemes/{id}")
  SchemeAnswer scheme(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone) {
    StoredScheme scheme = schemes.get(zone(request, zone), id);
    return answer(scheme.head(), scheme.parts().stream().map(GovernanceApi::answer).toList());
  }

  @Operation(summary = "Rounds of a zone (preview)", description = "May still change.")
  @GetMapping("/rounds")
  List<RoundAnswer> rounds(
      HttpServletRequest request, @RequestParam(defaultValue = "") String zone) {
    return rounds.listAll(zone(request, zone)).stream()
        .map(
            r ->
                new RoundAnswer(
                    r.id(),
                    r.title(),
                    r.schemeId(),
                    r.year(),
                    r.frozenMonth() == null ? null : r.frozenMonth().toString()))
        .toList();
  }

  @Operation(
      summary = "Score of a round, with the reason of each mark (preview)",
      description =
          "Values are approved facts of the official basis. What is missing is null with its"
              + " reason and its points stand in `open`. May still change.")
  @GetMapping("/rounds/{id}/score")
  ScoreAnswer score(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone,
      @Parameter(description = "A month of the round's year; by default the last whole one")
          @RequestParam(defaultValue = "")
          String month) {
    long zoneId = zone(request, zone);
    return Objects.requireNonNull(
        transaction.execute(
            s -> {
              Round round = rounds.get(zoneId, id);
              return answer(scoring.at(round, month(round, month)));
            }));
  }

  private YearMonth month(Round round, String asked) {
    if (asked.isBlank()) {
      return round.month(
          java.time.LocalDate.now(clock.withZone(java.time.ZoneId.of("Asia/Shanghai"))));
    }
    if (!asked.matches("\\d{4}-(0[1-9]|1[0-2])") || !asked.startsWith(round.year() + "-")) {
      throw new GovernanceRefused(
          "月份 month 应是 " + round.year() + " 年的一个月，如 " + round.year() + "-10，不是“" + asked + "”");
    }
    return YearMonth.parse(asked);
  }

  private long zone(HttpServletRequest request, String code) {
    Account account = CurrentAccount.get(request);
    Rights.checkRead(account);
    return zones.of(account, code);
  }

  private static SchemeAnswer answer(StoredScheme.Head head, List<ClassAnswer> classes) {
    return new SchemeAnswer(
        head.id(),
        head.name(),
        head.version(),
        head.own(),
        head.points(),
        head.source(),
        head.indicators(),
        classes);
  }

  private static ClassAnswer answer(StoredScheme.Part part) {
    return new ClassAnswer(
        part.code(),
        part.name(),
        part.points(),
        part.lines().stream()
            .map(
                line ->
                    new IndicatorAnswer(
                        line.code(),
                        line.name(),
                        line.unit(),
                        line.points(),
                        RuleTerms.code(line.rule()),
                        RuleTerms.terms(line.rule()),
                        line.rule().lowerIsBetter(),
                        line.accrues(),
                        line.target(),
                        line.measure(),
                        line.bureau()))
            .toList());
  }

  private ScoreAnswer answer(Standing standing) {
    Words words = new Words(texts, Language.SIMPLIFIED);
    var score = standing.score();
    return new ScoreAnswer(
        standing.round().id(),
        standing.month().toString(),
        standing.round().isFrozen(),
        standing.scheme().head().points(),
        score.known(),
        score.open(),
        score.most(),
        standing.movement(),
        score.parts().stream()
            .map(
                part ->
                    new ClassScore(
                        part.of().code(),
                        part.of().name(),
                        part.of().points(),
                        part.known(),
                        part.open()))
            .toList(),
        standing.lines().stream().map(line -> answer(words, standing, line)).toList());
  }

  private static MarkAnswer answer(Words words, Standing standing, Standing.Line line) {
    var mark = line.mark();
    return new MarkAnswer(
        line.of().code(),
        line.of().name(),
        line.of().unit(),
        line.of().bureau(),
        line.of().points(),
        mark.reading().value(),
        mark.reading().target(),
        mark.reading().base(),
        mark.earned(),
        RoundDesk.lightCode(line, standing.month()),
        mark.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        words.reason(mark),
        line.evidence().period(),
        line.evidence().fact(),
        line.evidence().baseFact(),
        line.evidence().counted());
  }
}
