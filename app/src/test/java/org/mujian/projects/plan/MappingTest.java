package org.mujian.projects.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.allocation.Scenario;
import org.mujian.projects.plan.ZoneState.Candidate;
import org.mujian.projects.plan.ZoneState.Use;

/** What a zone's records become for the engine. */
class MappingTest {

  private static final PlanAsk USUAL = PlanAsk.of("方案", 4);

  @Test
  void parcelsSideBySideAreOnePlaceAndAProjectTakesWholeOnes() {
    Question question = Mapping.map(Zones.row(4).project(1, 25_000).state(), USUAL);
    assertThat(question.places()).hasSize(1);
    assertThat(question.scenario().places().getFirst().room()).isEqualTo(40_000);
    Planned planned = solve(question);
    assertThat(Packing.of(question, planned.plan().orElseThrow()).get("1"))
        .extracting(Question.Piece::number)
        .containsExactly("A-01", "A-02", "A-03");
  }

  @Test
  void otherUseOtherReadyDayOrATakenParcelDividesThem() {
    Zones zone = Zones.row(5).project(1, 10_000);
    zone.change(2, lot -> Zones.with(lot, Use.STORAGE, false, Zones.TODAY, true));
    zone.change(4, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2026, 8, 1), true));
    Question question = Mapping.map(zone.state(), USUAL);
    assertThat(question.places())
        .extracting(Question.Place::id)
        .containsExactly("A-01", "A-02", "A-03", "A-04", "A-05");
    assertThat(question.places().get(3).ready()).isEqualTo(2);
    // Storage is no place for it; the others are.
    assertThat(options(question, "1")).containsExactly("A-01", "A-03", "A-04", "A-05");
  }

  @Test
  void aParcelWithoutABelievableDayIsNoPlace() {
    Zones zone = Zones.row(2).project(1, 10_000);
    zone.change(1, lot -> Zones.with(lot, Use.INDUSTRY, false, null, true));
    zone.change(2, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2031, 1, 1), true));
    Question question = Mapping.map(zone.state(), USUAL);
    assertThat(question.places()).isEmpty();
    assertThat(question.project("1").noPlace()).hasSize(1);
    // No option is not the same as no need: it must not come in without land.
    assertThat(solve(question).plan().orElseThrow().placed()).isEmpty();
  }

  @Test
  void aParcelReadyAfterThePlanTakesInNobodyButSaysHowLongToWait() {
    Zones zone = Zones.row(1).supply("power", false, "5").project(1, 10_000, "power=5");
    zone.change(1, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2027, 5, 1), true));
    Question question = Mapping.map(zone.state(), USUAL);
    Planned planned = solve(question);
    assertThat(planned.plan().orElseThrow().placed()).isEmpty();
    assertThat(planned.refusals())
        .containsExactly(
            new Planned.Refusal(
                "1",
                List.of(new Planned.Lack(Planned.Limit.LATER, "A-01", 2)),
                java.util.OptionalInt.of(5)));
    assertThatThrownBy(
            () ->
                Mapping.map(
                    zone.state(),
                    ask(
                        List.of(),
                        List.of(new HandOn(1, Scenario.Hand.PINNED, null)),
                        List.of(),
                        List.of())))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("最早 2027-Q2 才可供，方案期只到 2026-Q4");
    refused(
        zone.state(),
        List.of(),
        List.of(new HandOn(1, Scenario.Hand.PINNED, "A-01")),
        "不能锁定在地块 A-01");
  }

  @Test
  void supplyAnnouncedForAfterThePlanSaysFromWhenAndWhatIsNotAnnouncedStaysAsItStood() {
    Question growing =
        Mapping.map(
            Zones.row(1)
                .supply("power", false, "5", "5", "5", "5", "5", "9")
                .project(1, 0, "power=8")
                .state(),
            USUAL);
    Planned.Refusal refusal = solve(growing).refusals().getFirst();
    assertThat(refusal.lacks())
        .containsExactly(new Planned.Lack(Planned.Limit.FACTOR, "power", 30_000));
    assertThat(refusal.from()).hasValue(5);
    Question silent =
        Mapping.map(
            Zones.row(1)
                .supply("power", false, "5", "5", "5", "5", "?")
                .project(1, 0, "power=8")
                .state(),
            USUAL);
    assertThat(silent.scenario().factors().getFirst().later()).containsOnly(50_000L);
    assertThat(solve(silent).refusals().getFirst().from()).isEmpty();
  }

  private static PlanAsk ruled(List<Objective> objectives, PlanRules rules) {
    return new PlanAsk(
        "方案", 4, objectives, 5, 1, List.of(), List.of(), List.of(), List.of(), rules);
  }

  private static PlanRules safety(int metres) {
    return new PlanRules(
        List.of(),
        List.of(new PlanRules.Safety("危化品", "食品", metres)),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void kindsKeepTheirDistanceAndLessOfItLetsBothIn() {
    Zones zone = Zones.row(2).project(1, 10_000, "危化品", "", "3").project(2, 10_000, "食品", "", "2");
    zone.change(2, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2026, 5, 1), true));
    zone.gaps.add(new ZoneState.Gap(1, 2, 40));
    Planned apart = solve(Mapping.map(zone.state(), ruled(PlanAsk.USUAL, safety(50))));
    assertThat(apart.plan().orElseThrow().placed()).containsOnlyKeys("1");
    assertThat(apart.refusals().getFirst().lacks())
        .extracting(Planned.Lack::limit)
        .contains(Planned.Limit.TOO_NEAR);
    Planned near = solve(Mapping.map(zone.state(), ruled(PlanAsk.USUAL, safety(40))));
    assertThat(near.plan().orElseThrow().placed()).containsOnlyKeys("1", "2");
  }

  @Test
  void aWishForNeighboursCountsOnlyAsAnObjective() {
    PlanRules near =
        new PlanRules(
            List.of(),
            List.of(),
            List.of(new PlanRules.Near("管材", "母粒", 30, 10)),
            List.of(),
            List.of());
    Zones zone = Zones.row(4).project(1, 10_000, "管材", "", "3").project(2, 10_000, "母粒", "", "2");
    // 1 and 3 are near one another, each a place of its own.
    zone.change(2, lot -> Zones.with(lot, Use.OTHER, false, Zones.TODAY, true));
    zone.change(4, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2026, 5, 1), true));
    zone.gaps.add(new ZoneState.Gap(1, 4, 20));
    Planned planned =
        solve(Mapping.map(zone.state(), ruled(List.of(Objective.COUNT, Objective.NEARNESS), near)));
    assertThat(planned.parts().get(1).value()).isEqualTo(10);
    assertThat(planned.plan().orElseThrow().placed().values())
        .extracting(org.mujian.allocation.Plan.Spot::place)
        .containsExactlyInAnyOrder("A-01", "A-04");
    assertThatThrownBy(() -> ruled(PlanAsk.USUAL, near)).hasMessageContaining("请加入目标次序");
    assertThatThrownBy(() -> ruled(List.of(Objective.NEARNESS), PlanRules.NONE))
        .hasMessageContaining("没有写愿望");
  }

  @Test
  void aLeastNumberOfStartsIsMetBeforeAnyValueAndAConflictNamesIt() {
    Zones zone =
        Zones.row(1)
            .supply("power", false, "5")
            .project(1, 0, "power=5")
            .project(2, 0, "power=3")
            .project(3, 0, "power=2");
    zone.weighing(Weights.usual());
    PlanRules two = least(2);
    Planned planned = solve(Mapping.map(zone.state(), ruled(List.of(Objective.VALUE), two)));
    assertThat(planned.plan().orElseThrow().placed()).containsOnlyKeys("2", "3");
    Question three = Mapping.map(zone.state(), ruled(List.of(Objective.VALUE), least(3)));
    Planned none = solve(three);
    assertThat(none.plan()).isEmpty();
    assertThat(none.conflict()).containsExactly("least-0");
    assertThat(three.least("least-0").count()).isEqualTo(3);
    assertThatThrownBy(() -> Mapping.map(zone.state(), ruled(List.of(Objective.VALUE), least(4))))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("最低开工 4 项，可排而未开工的只有 3 项");
  }

  private static PlanRules least(int count) {
    return new PlanRules(
        List.of(), List.of(), List.of(), List.of(new PlanRules.AtLeast(count, 3)), List.of());
  }

  @Test
  void supportInPartUsesThatMuchOfTheFactorsForThatMuchOfTheValue() {
    Zones zone = Zones.row(1).supply("power", false, "7").project(1, 0, "power=10");
    assertThat(solve(Mapping.map(zone.state(), USUAL)).plan().orElseThrow().placed()).isEmpty();
    PlanRules parts =
        new PlanRules(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PlanRules.Part(1, 30), new PlanRules.Part(1, 60)));
    Question question = Mapping.map(zone.state(), ruled(List.of(Objective.VALUE), parts));
    Planned planned = solve(question);
    assertThat(planned.plan().orElseThrow().placed().get("1").step()).isEqualTo(1);
    assertThat(question.part("1", 1).percent()).isEqualTo(60);
    assertThat(planned.parts().getFirst().value()).isEqualTo(60);
    assertThat(
            planned
                .plan()
                .get()
                .used(question.scenario(), question.scenario().factors().getFirst()))
        .isEqualTo(60_000);
  }

  @Test
  void oneReplacesAnotherAndServesWhoNeedsIt() {
    Zones zone = Zones.row(1).project(1, 0).project(2, 0).project(3, 0);
    PlanRules instead =
        new PlanRules(
            List.of(new PlanAsk.Pair(1, 2), new PlanAsk.Pair(2, 3)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Planned planned = solve(Mapping.map(zone.state(), ruled(List.of(Objective.COUNT), instead)));
    assertThat(planned.plan().orElseThrow().placed()).hasSize(1);
    PlanRules self =
        new PlanRules(List.of(new PlanAsk.Pair(1, 1)), List.of(), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Mapping.map(zone.state(), ruled(List.of(Objective.COUNT), self)))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("「项目1」不能替代自己");
  }

  @Test
  void balanceServesTheClusterThatGetsLeastFirst() {
    Zones zone =
        Zones.row(2)
            .project(1, 10_000, "", "石化", "5")
            .project(2, 10_000, "", "石化", "5")
            .project(3, 10_000, "", "装备", "1");
    zone.change(2, lot -> Zones.with(lot, Use.INDUSTRY, false, LocalDate.of(2026, 5, 1), true));
    List<Objective> balanced = List.of(Objective.BALANCE, Objective.VALUE);
    Planned planned = solve(Mapping.map(zone.state(), ruled(balanced, PlanRules.NONE)));
    assertThat(planned.plan().orElseThrow().placed()).containsKey("3").hasSize(2);
    Planned worth =
        solve(Mapping.map(zone.state(), ruled(List.of(Objective.VALUE), PlanRules.NONE)));
    assertThat(worth.plan().orElseThrow().placed()).containsOnlyKeys("1", "2");
    Question unknown =
        Mapping.map(Zones.row(1).project(1, 10_000).state(), ruled(balanced, PlanRules.NONE));
    assertThat(unknown.notes()).extracting(Question.Note::key).contains("plans.note.no-cluster");
  }

  @Test
  void whatIsStillToBeSpentOnParcelsCanBeAnObjectiveAndWhatIsUnknownIsTold() {
    Zones zone = Zones.row(3).project(1, 10_000);
    zone.change(1, lot -> Zones.costing(lot, "120.5"));
    zone.change(2, lot -> Zones.with(lot, Use.OTHER, false, Zones.TODAY, true));
    zone.change(3, lot -> Zones.costing(lot, "12.5"));
    List<Objective> cheap = List.of(Objective.COUNT, Objective.PREPARATION);
    Question question = Mapping.map(zone.state(), ruled(cheap, PlanRules.NONE));
    Planned planned = solve(question);
    assertThat(planned.plan().orElseThrow().placed().get("1").place()).isEqualTo("A-03");
    assertThat(planned.parts().get(1).value()).isEqualTo(13);
    zone.change(3, lot -> Zones.costing(lot, null));
    assertThat(Mapping.map(zone.state(), ruled(cheap, PlanRules.NONE)).notes())
        .extracting(Question.Note::key)
        .contains("plans.note.no-cost");
  }

  @Test
  void thoseWhoHaveStartedTooNearOneAnotherAreNamedBeforeTheSearch() {
    Zones zone = Zones.row(2).project(started(1, 1, "危化品")).project(started(2, 2, "食品"));
    zone.gaps.add(new ZoneState.Gap(1, 2, 10));
    assertThatThrownBy(() -> Mapping.map(zone.state(), ruled(PlanAsk.USUAL, safety(50))))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("「已开工1」和「已开工2」都已开工，相距不足 50 米");
  }

  private static Candidate started(long id, long lot, String kind) {
    return new Candidate(
        id,
        "已开工" + id,
        true,
        true,
        List.of(lot),
        null,
        Map.of(),
        false,
        Use.INDUSTRY,
        Zones.amounts("1"),
        null,
        null,
        kind,
        "");
  }

  @Test
  void aChemicalProjectNeedsChemicalLandOfARecognisedPark() {
    Zones zone = Zones.row(2).project(chemical(1));
    zone.change(1, lot -> Zones.with(lot, Use.INDUSTRY, true, Zones.TODAY, true));
    Question unknown = Mapping.map(zone.state(), USUAL);
    assertThat(unknown.project("1").noPlace())
        .extracting(Question.Note::key)
        .containsExactly("plans.note.chemical");
    zone.chemicalAllowed = true;
    Question recognised = Mapping.map(zone.state(), USUAL);
    assertThat(options(recognised, "1")).containsExactly("A-01");
  }

  private static Candidate chemical(long id) {
    return new Candidate(
        id,
        "化工",
        false,
        false,
        List.of(),
        BigDecimal.valueOf(10_000),
        Map.of(),
        true,
        Use.INDUSTRY,
        Zones.amounts("1"),
        null,
        null);
  }

  @Test
  void whatIsHeldIsAPlaceOfItsOwnAndThePresentOne() {
    Zones zone = Zones.row(3).project(holding(1, false, 2)).project(2, 10_000);
    Question question = Mapping.map(zone.state(), USUAL);
    assertThat(question.scenario().projects().getFirst().present()).isEqualTo("A-02");
    // People reserved less than it needs: theirs to say.
    assertThat(options(question, "1")).containsExactly("A-02");
    assertThat(options(question, "2")).containsExactly("A-01", "A-03");
    assertThat(question.notes()).extracting(Question.Note::key).contains("plans.note.own-small");
  }

  @Test
  void whoHasStartedStaysWhereItIs() {
    Question question = Mapping.map(Zones.row(3).project(holding(1, true, 2)).state(), USUAL);
    Scenario.Project started = question.scenario().projects().getFirst();
    assertThat(started.hand()).isEqualTo(Scenario.Hand.PINNED);
    assertThat(options(question, "1")).containsExactly("A-02");
  }

  private static Candidate holding(long id, boolean started, long lot) {
    return new Candidate(
        id,
        "占地",
        true,
        started,
        List.of(lot),
        BigDecimal.valueOf(50_000),
        Map.of(),
        false,
        Use.INDUSTRY,
        Zones.amounts("1"),
        null,
        null);
  }

  @Test
  void factorsAreCountedInTenThousandthsNeedsRoundedUpAndSuppliesDown() {
    Question question =
        Mapping.map(
            Zones.row(1).supply("power", false, "1.00005").project(1, 0, "power=1.00001").state(),
            USUAL);
    assertThat(question.scenario().factors().getFirst().last()).isEqualTo(10_000);
    assertThat(question.scenario().projects().getFirst().needs()).containsEntry("power", 10_001L);
  }

  @Test
  void whatTheLedgerDoesNotSayIsNothingAndIsTold() {
    Question question =
        Mapping.map(
            Zones.row(1)
                .supply("power", false, "5", "5", "?")
                .project(1, 0, "power=1", "gas=3")
                .state(),
            USUAL);
    assertThat(question.scenario().factors().getFirst().supply())
        .containsExactly(50_000L, 50_000L, 0L, 0L);
    assertThat(question.notes())
        .extracting(Question.Note::key)
        .contains("plans.note.no-supply", "plans.note.no-account");
  }

  @Test
  void assumptionsAddTakeAndDelaySupply() {
    Zones zone = Zones.row(1).supply("power", false, "5", "9", "9", "20").project(1, 0, "power=1");
    assertThat(supply(zone, more("3", 2))).containsExactly(5L, 9L, 12L, 23L);
    assertThat(supply(zone, more("-7", 0))).containsExactly(0L, 2L, 2L, 13L);
    WhatIf later = new WhatIf(WhatIf.Kind.SUPPLY_LATER, "power", BigDecimal.ZERO, 2);
    assertThat(supply(zone, later)).containsExactly(5L, 5L, 5L, 9L);
  }

  private static WhatIf more(String amount, int from) {
    return new WhatIf(WhatIf.Kind.SUPPLY_MORE, "power", new BigDecimal(amount), from);
  }

  private static List<Long> supply(Zones zone, WhatIf whatIf) {
    Question question = Mapping.map(zone.state(), supposing(whatIf));
    return question.scenario().factors().getFirst().supply().stream().map(s -> s / 10_000).toList();
  }

  private static PlanAsk supposing(WhatIf... whatIfs) {
    return ask(List.of(whatIfs), List.of(), List.of(), List.of());
  }

  private static PlanAsk ask(
      List<WhatIf> whatIfs, List<HandOn> hands, List<PlanAsk.Pair> with, List<PlanAsk.Pair> apart) {
    return new PlanAsk("方案", 4, PlanAsk.USUAL, 5, 1, whatIfs, hands, with, apart);
  }

  @Test
  void landStillToBeConvertedDrawsOnTheNewQuotaAndMoreQuotaOpensIt() {
    Zones zone = Zones.row(2).supply("quota-new", true, "20").project(1, 10_000);
    zone.change(1, lot -> Zones.with(lot, Use.INDUSTRY, false, Zones.TODAY, false));
    zone.change(2, lot -> Zones.with(lot, Use.INDUSTRY, false, Zones.TODAY, false));
    Question question = Mapping.map(zone.state(), USUAL);
    assertThat(question.places()).extracting(Question.Place::id).containsExactly("A-01");
    assertThat(question.notes()).extracting(Question.Note::key).contains("plans.note.quota-spent");
    WhatIf more = new WhatIf(WhatIf.Kind.SUPPLY_MORE, "quota-new", BigDecimal.valueOf(100), 0);
    Question wider = Mapping.map(zone.state(), supposing(more));
    assertThat(wider.places()).extracting(Question.Place::id).containsExactly("A-01、A-02");
    assertThat(wider.places().getFirst().lots().getFirst().quotaMu()).isEqualByComparingTo("15");
  }

  @Test
  void aParcelLeftOutDividesAndAPinnedOneIsKeptWithItsNeighboursForTheProject() {
    Zones zone = Zones.row(5).project(1, 15_000).project(2, 10_000);
    WhatIf out = new WhatIf(WhatIf.Kind.PARCEL_OUT, "A-02", BigDecimal.ZERO, 0);
    HandOn hand = new HandOn(1, Scenario.Hand.PINNED, "A-04");
    Question question =
        Mapping.map(zone.state(), ask(List.of(out), List.of(hand), List.of(), List.of()));
    assertThat(options(question, "1")).containsExactly("A-04、A-03");
    assertThat(options(question, "2")).containsExactly("A-01", "A-05");
    Planned planned = solve(question);
    assertThat(planned.plan().orElseThrow().placed()).containsKeys("1", "2");
  }

  @Test
  void aLaterPhaseWaitsForTheOneBefore() {
    Candidate second =
        new Candidate(
            2,
            "二期",
            false,
            false,
            List.of(),
            null,
            Map.of(),
            false,
            Use.INDUSTRY,
            Zones.amounts("1"),
            null,
            1L);
    Question question = Mapping.map(Zones.row(1).project(1, 0).project(second).state(), USUAL);
    assertThat(question.scenario().projects().getLast().with()).containsExactly("1");
  }

  @Test
  void valueIsByPublishedWeightsAloneAndAllZeroIsRefused() {
    Map<Measure, BigDecimal> amounts =
        Map.of(
            Measure.INVESTMENT, new BigDecimal("2"),
            Measure.JOBS, new BigDecimal("10"),
            Measure.ENERGY, new BigDecimal("1000"));
    assertThat(Weights.usual().value(amounts)).isEqualTo(200 + 2 - 10);
    assertThat(new Weights(Map.of(Measure.INVESTMENT, BigDecimal.ZERO)).value(amounts)).isZero();
    Map<Measure, BigDecimal> none =
        Stream.of(Measure.values())
            .collect(java.util.stream.Collectors.toMap(m -> m, m -> BigDecimal.ZERO));
    assertThatThrownBy(() -> new Weights(none))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("权重全为 0");
  }

  @Test
  void badAsksAreRefusedWithWords() {
    ZoneState state =
        Zones.row(2).supply("power", false, "5").project(1, 10_000).project(2, 10_000).state();
    refused(state, List.of(), List.of(new HandOn(1, Scenario.Hand.PINNED, "Z-99")), "没有地块「Z-99」");
    refused(state, List.of(), List.of(new HandOn(7, Scenario.Hand.PINNED, null)), "项目 7 不在可排的项目里");
    WhatIf gas = new WhatIf(WhatIf.Kind.SUPPLY_MORE, "gas", BigDecimal.ONE, 0);
    refused(state, List.of(gas), List.of(), "没有要素「gas」的账户");
    refused(
        state,
        List.of(new WhatIf(WhatIf.Kind.PARCEL_OUT, "Z-98", BigDecimal.ZERO, 0)),
        List.of(),
        "没有地块「Z-98」");
    assertThatThrownBy(
            () ->
                Mapping.map(
                    state, ask(List.of(), List.of(), List.of(), List.of(new PlanAsk.Pair(1, 1)))))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("「项目1」排斥自己");
    List<PlanAsk.Pair> circle = List.of(new PlanAsk.Pair(1, 2), new PlanAsk.Pair(2, 1));
    assertThatThrownBy(() -> Mapping.map(state, ask(List.of(), List.of(), circle, List.of())))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("依赖成环")
        .hasMessageContaining("「项目1」");
    assertThatThrownBy(
            () ->
                new PlanAsk(
                    "方案", 13, PlanAsk.USUAL, 5, 1, List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("季度数 13");
    assertThatThrownBy(
            () ->
                new PlanAsk(
                    " ", 4, PlanAsk.USUAL, 5, 1, List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("1 到 60 个字");
    assertThatThrownBy(
            () ->
                new PlanAsk(
                    "方案",
                    4,
                    List.of(Objective.VALUE, Objective.VALUE),
                    5,
                    1,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .hasMessageContaining("各只一次");
    assertThatThrownBy(() -> more("1000000000", 0)).hasMessageContaining("超出范围");
  }

  private static void refused(
      ZoneState state, List<WhatIf> whatIfs, List<HandOn> hands, String words) {
    assertThatThrownBy(() -> Mapping.map(state, ask(whatIfs, hands, List.of(), List.of())))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining(words);
  }

  @Test
  void aNeedLargerThanAnySupplyIsRefusedByThePlanWithWhatItLacks() {
    Question question =
        Mapping.map(
            Zones.row(1).supply("power", false, "5").project(1, 0, "power=12").state(), USUAL);
    Planned planned = solve(question);
    assertThat(planned.refusals().getFirst().lacks())
        .containsExactly(new Planned.Lack(Planned.Limit.FACTOR, "power", 70_000));
  }

  @Test
  void aPinnedProjectWithoutAPlaceIsToldBeforeTheSearch() {
    ZoneState state = Zones.row(1).project(1, 99_000).state();
    refused(state, List.of(), List.of(new HandOn(1, Scenario.Hand.PINNED, null)), "没有一块地可落");
  }

  private static List<String> options(Question question, String id) {
    return question.scenario().projects().stream()
        .filter(project -> project.id().equals(id))
        .flatMap(project -> project.options().stream())
        .map(Scenario.Option::place)
        .toList();
  }

  private static Planned solve(Question question) {
    long end = System.nanoTime() + 20_000_000_000L;
    return Planning.solve(question.scenario(), Effort.until(() -> System.nanoTime() > end, 1, 1));
  }
}
