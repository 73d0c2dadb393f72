package org.mujian.governance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Rule;
import org.mujian.facts.Draft;
import org.mujian.facts.Measures;
import org.mujian.facts.ReviewedFacts;
import org.mujian.facts.Subject;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Period;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A zone of its own for a test of this room. */
final class GovernanceZone {

  final People people;
  final long id;
  final String code;
  final Scope scope;
  private final ApplicationContext program;

  GovernanceZone(ApplicationContext program) {
    this.program = program;
    this.people = new People(program);
    this.id = people.zone();
    this.code = People.code();
    this.scope = new Scope(77, "党群部 周", List.of(id), null, false);
  }

  /** In one transaction with its change, on the zone's behalf. */
  <T> T in(java.util.function.Supplier<T> work) {
    return scope.call(
        () ->
            java.util.Objects.requireNonNull(
                bean(TransactionTemplate.class)
                    .execute(
                        s -> {
                          bean(Changes.class).begin(id, "测试");
                          return work.get();
                        })));
  }

  void run(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  /** An approved figure in the measure's shown unit, of its official basis. */
  void fact(String measure, String period, @Nullable String value) {
    run(
        () -> {
          var found =
              bean(Measures.class).list(id).stream()
                  .filter(m -> m.name().equals(measure))
                  .findFirst()
                  .orElseThrow();
          bean(ReviewedFacts.class)
              .load(
                  id,
                  "测试数据",
                  List.of(
                      new Draft(
                          Subject.ofZone(id),
                          found,
                          found.official(),
                          Period.parse(period),
                          value == null
                              ? null
                              : new BigDecimal(value).movePointRight(found.shift()),
                          value == null ? "尚未统计" : null,
                          "测试月报",
                          "",
                          "governance")));
        });
  }

  /** Two classes, three indicators, 100 points. */
  static SchemeDraft small(String name, String declared) {
    return new SchemeDraft(
        name,
        false,
        new BigDecimal(declared),
        "测试文件 1 号",
        false,
        List.of(
            new SchemeDraft.ClassDraft(
                "A",
                "开放",
                new BigDecimal("60"),
                List.of(
                    line(
                        "A01",
                        "进出口总额",
                        "万元",
                        40,
                        new Rule.Completion(BigDecimal.ONE),
                        "1000",
                        "招商局"),
                    line(
                        "A02",
                        "签约项目",
                        "个",
                        20,
                        new Rule.BaseYear(
                            new BigDecimal("0.8"), new BigDecimal("0.05"), BigDecimal.ONE, false),
                        null,
                        "招商局"))),
            new SchemeDraft.ClassDraft(
                "B",
                "质量",
                new BigDecimal("40"),
                List.of(line("B01", "闲置土地", "亩", 40, new Rule.Reverse(), "50", "规划建设局")))));
  }

  private static IndicatorDraft line(
      String code,
      String name,
      String unit,
      int points,
      Rule rule,
      @Nullable String target,
      String bureau) {
    return new IndicatorDraft(
        code,
        name,
        unit,
        BigDecimal.valueOf(points),
        rule,
        !code.equals("B01"),
        target == null ? null : new BigDecimal(target),
        "",
        null,
        bureau,
        "");
  }

  /** The small scheme's round of 2026. */
  long round(String name) {
    return in(
        () -> {
          Schemes schemes = bean(Schemes.class);
          long scheme = schemes.adopt(id, small(name, "100"));
          return bean(Rounds.class)
              .open(id, schemes.get(id, scheme).head(), 2026, name + " 2026", 10);
        });
  }

  Standing standing(long round, String month) {
    return in(
        () ->
            bean(Scoring.class)
                .at(bean(Rounds.class).get(id, round), java.time.YearMonth.parse(month)));
  }

  void leader(String username) {
    people.account(id, username, Role.LEADER);
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }
}
