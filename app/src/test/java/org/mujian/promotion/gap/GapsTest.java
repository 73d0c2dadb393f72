package org.mujian.promotion.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.jobs.JobRefused;
import org.mujian.jobs.JobRun;
import org.mujian.jobs.JobStopped;
import org.mujian.promotion.ChainTags;
import org.mujian.promotion.EnterpriseTag;
import org.mujian.promotion.chain.Atlases;
import org.mujian.store.Scope;
import org.mujian.web.ReadOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tagging as a job, and what the tags say of a city; on invented enterprises. */
@MujianTest
class GapsTest {

  private static final String PANJIN = "211122";

  @Autowired Atlases atlases;
  @Autowired TagRows rows;
  @Autowired Gaps gaps;
  @Autowired Candidates candidates;
  @Autowired Profiles profiles;
  @Autowired ChainTags tags;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final List<RegistryReader.Registered> registry = new ArrayList<>();
  private Atlas atlas;

  @BeforeEach
  void registry() {
    atlas = atlases.find("petrochemicals").orElseThrow();
    registry.clear();
    add(1, "211122", "聚丙烯生产", "5000000", 1998);
    add(2, "211103", "润滑油销售", null, 2001);
    add(3, "211102", "食品零售", null, 1985);
    add(4, "210211", "聚丙烯、润滑油生产", "200000000", 2003);
    add(5, "210100", "房屋租赁；聚丙烯制造", "500000", 2004);
    add(6, "210211", "聚丙烯生产", null, null);
    add(7, null, "聚丙烯生产", null, 2000);
    add(8, "210211", "丙烯生产；聚丙烯生产", "20000000", 1999);
    add(9, "210211", null, null, 1999);
    add(10, "110101", "聚丙烯生产", null, 1999);
    tag(0);
  }

  private void add(
      long id,
      @Nullable String division,
      @Nullable String scope,
      @Nullable String yuan,
      @Nullable Integer year) {
    registry.add(
        new RegistryReader.Registered(
            id,
            division,
            null,
            yuan == null ? null : new BigDecimal(yuan),
            year,
            scope,
            org.mujian.chain.NameSays.NOTHING));
  }

  private Run tag(long zone) {
    Run run = new Run(zone);
    Scope.ofProgram(zone).run(() -> tagging().run(run));
    return run;
  }

  private Tagging tagging() {
    return new Tagging(
        atlases,
        new RegistryReader() {
          @Override
          public long count(long zone) {
            return registry.size();
          }

          @Override
          public void read(long zone, Consumer<Registered> each) {
            registry.forEach(each);
          }
        },
        rows,
        clock);
  }

  private static final class Run implements JobRun {
    final long zone;
    long total;
    long done;
    @Nullable Map<String, Object> report;
    boolean stop;

    Run(long zone) {
      this.zone = zone;
    }

    @Override
    public long zone() {
      return zone;
    }

    @Override
    public long id() {
      return 1;
    }

    @Override
    public Map<String, String> input() {
      return Map.of();
    }

    @Override
    public void phase(String key) {}

    @Override
    public void total(long total) {
      this.total = total;
    }

    @Override
    public void progress(long done) {
      this.done = done;
      if (stop) {
        throw new JobStopped();
      }
    }

    @Override
    public void result(long accepted, long rejected, Map<String, Object> report) {
      this.report = report;
    }
  }

  private Gap gap(String link) {
    return seen(
        () ->
            gaps.list(atlas, PANJIN).stream()
                .filter(g -> g.link().code().equals(link))
                .findFirst()
                .orElseThrow());
  }

  private static <T> T seen(ScopedValue.CallableOp<T, RuntimeException> work) {
    return Scope.ofProgram(99).call(work);
  }

  @Test
  void theFormulaIsTheCitysShareOverTheProvinces() {
    Gap gap = gap("polypropylene");
    assertThat(gap.inCity()).isEqualTo(1);
    assertThat(gap.inProvince()).isEqualTo(5);
    assertThat(gap.cityBase().enterprises()).isEqualTo(3);
    assertThat(gap.provinceBase().enterprises()).isEqualTo(8);
    assertThat(gap.quotient()).isEqualTo((1.0 / 3) / (5.0 / 8));
    assertThat(gap.verdict()).isEqualTo(Gap.Verdict.WEAK);
  }

  @Test
  void whoTradesDoesNotFillALinkOfMakers() {
    Gap gap = gap("lubricants");
    assertThat(gap.city().trades()).isEqualTo(1);
    assertThat(gap.inCity()).isZero();
    assertThat(gap.verdict()).isEqualTo(Gap.Verdict.MISSING);
  }

  @Test
  void whereNobodyIsKnownThereIsNoQuotient() {
    Gap gap = gap("acrylonitrile");
    assertThat(gap.quotient()).isNull();
    assertThat(gap.verdict()).isEqualTo(Gap.Verdict.MISSING);
    assertThat(seen(() -> gaps.list(atlas, "650100")).getFirst().quotient()).isNull();
  }

  @Test
  void neighboursPresentInTheCityAreCounted() {
    assertThat(gap("propylene").neighbours()).isEqualTo(1);
    assertThat(gap("crude").neighbours()).isZero();
  }

  @Test
  void theCoverageSaysWhatTheRegistryHolds() {
    Coverage coverage = seen(() -> gaps.coverage(atlas, PANJIN).orElseThrow());
    assertThat(coverage.enterprises()).isEqualTo(10);
    assertThat(coverage.tagged()).isEqualTo(8);
    assertThat(coverage.city()).isEqualTo(new Base(3, 3, 1985, 2001));
    assertThat(coverage.province()).isEqualTo(new Base(8, 7, 1985, 2004));
    assertThat(coverage.version()).isEqualTo(atlas.version());
  }

  @Test
  void candidatesAreMakersElsewhereInTheProvinceTheBestExplainedFirst() {
    Link link = atlas.find("polypropylene").orElseThrow();
    List<Candidate> found = seen(() -> candidates.list(atlas, link, PANJIN));
    assertThat(found).extracting(Candidate::enterpriseId).containsExactly(4L, 8L, 6L, 5L);
    assertThat(found.get(1).neighbours()).isEqualTo(1);
    assertThat(found).allSatisfy(c -> assertThat(c.words()).containsOnly("聚丙烯"));
    assertThat(found.getFirst().total()).isEqualTo(40 + 5 + 10 + 0 + 15);
    assertThat(found.get(2).points())
        .filteredOn(point -> point.key().equals("capital"))
        .singleElement()
        .satisfies(point -> assertThat(point.known()).isFalse());
  }

  /** Two alike in all that counts get the same points: nothing else is read of them. */
  @Test
  void theOrderIsBlindToOwnershipAndOrigin() {
    List<String> parts =
        java.util.Arrays.stream(Candidate.class.getRecordComponents())
            .map(java.lang.reflect.RecordComponent::getName)
            .toList();
    assertThat(parts)
        .containsExactly(
            "enterpriseId", "city", "words", "starts", "leading", "yuan", "neighbours");
    Candidate one = new Candidate(1, "2102", List.of("丙烯"), List.of(0), true, BigDecimal.TEN, 0);
    Candidate other = new Candidate(2, "2113", List.of("丙烯"), List.of(9), true, BigDecimal.TEN, 0);
    assertThat(one.total()).isEqualTo(other.total());
  }

  @Test
  void runTwiceTheTagsStandOnce() {
    long before = count();
    Run again = tag(0);
    assertThat(count()).isEqualTo(before).isPositive();
    assertThat(again.report).containsEntry("enterprises", 10L).containsEntry("tagged", 8L);
    assertThat(again.done).isEqualTo(again.total).isEqualTo(10);
  }

  @Test
  void aStoppedRunLeavesTheOldTagsWhole() {
    long before = count();
    registry.clear();
    for (int i = 0; i < 600; i++) {
      add(1000 + i, "211122", "染料生产", null, 2000);
    }
    Run run = new Run(0);
    run.stop = true;
    assertThatThrownBy(() -> Scope.ofProgram(0).run(() -> tagging().run(run)))
        .isInstanceOf(JobStopped.class);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void anEmptyRegistryIsRefusedWithWhatToDo() {
    registry.clear();
    assertThatThrownBy(() -> tag(0)).isInstanceOf(JobRefused.class).hasMessageContaining("先导入");
  }

  @Test
  void whatAZoneAloneKnowsIsTaggedForItAloneAndNotCounted() {
    registry.clear();
    add(77, "211122", "聚丙烯生产", null, 2020);
    tag(98);
    assertThat(Scope.ofProgram(98).call(() -> tags.listOf(98, 77))).isNotEmpty();
    assertThat(seen(() -> tags.listOf(98, 77))).isEmpty();
    assertThat(gap("polypropylene").inCity()).isEqualTo(1);
  }

  @Test
  void anEnterprisesTagsSayWhichWordsGaveThem() {
    assertThat(seen(() -> tags.listOf(99, 8)))
        .filteredOn(tag -> tag.chain().equals("petrochemicals"))
        .extracting(EnterpriseTag::link)
        .containsExactlyInAnyOrder("propylene", "polypropylene");
    EnterpriseTag tag =
        seen(() -> tags.listIn(0, "petrochemicals", "polypropylene", "2111", "makes", 0, 10))
            .getFirst();
    assertThat(tag.enterpriseId()).isEqualTo(1);
    assertThat(tag.words()).containsExactly("聚丙烯");
    assertThat(tag.starts()).containsExactly(0);
  }

  @Test
  void anEnterprisesUserSeesNoTags() {
    Scope user = new Scope(5, "企业", List.of(98L), 8L, false);
    assertThat(user.call(() -> tags.listOf(98, 8))).isEmpty();
  }

  /** Six chains, three statements, none of them over the tags: what a page reads stays small. */
  @Test
  void allChainsOfAPageAreReadByThreeStatementsAndNoTagIsTouched() {
    List<String> statements = new ArrayList<>();
    JdbcClient counting =
        (JdbcClient)
            java.lang.reflect.Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(),
                new Class<?>[] {JdbcClient.class},
                (proxy, method, given) -> {
                  statements.add((String) given[0]);
                  return method.invoke(jdbc, given);
                });
    Gaps counted = new Gaps(counting, new ReadOnce());
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest("GET", "/z/one/promotion")));
    try {
      for (Atlas each : atlases.listAll()) {
        assertThat(read(() -> counted.coverage(each, PANJIN))).isPresent();
        assertThat(read(() -> counted.list(each, PANJIN))).hasSameSizeAs(each.links());
      }
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
    assertThat(atlases.listAll()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(statements).hasSize(3).noneMatch(sql -> sql.matches("(?s).*\\bchain_tag\\b.*"));
  }

  private <T> T read(java.util.function.Supplier<T> work) {
    return seen(() -> java.util.Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  @Test
  void countsAreThoseOfTheTagsAndChangeWithThem() {
    assertThat(gap("polypropylene").inProvince()).isEqualTo(5);
    add(11, "211122", "聚丙烯生产", null, 2004);
    registry.removeIf(one -> one.id() == 8);
    tag(0);
    assertThat(gap("polypropylene").inCity()).isEqualTo(2);
    assertThat(gap("polypropylene").inProvince()).isEqualTo(5);
    assertThat(gap("propylene").inProvince()).isZero();
    assertThat(counted()).isEqualTo(taggedInCities());
  }

  private Map<String, Long> counted() {
    return counts("SELECT city || chain || link || role AS k, enterprises AS n FROM chain_count");
  }

  private Map<String, Long> taggedInCities() {
    return counts(
        "SELECT city || chain || link || role AS k, count(*) AS n FROM chain_tag"
            + " WHERE zone_id = 0 AND city IS NOT NULL GROUP BY 1");
  }

  private Map<String, Long> counts(String sql) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    read(
        () -> {
          jdbc.sql(sql)
              .query(
                  row -> {
                    counts.put(row.getString("k"), row.getLong("n"));
                  });
          return counts;
        });
    return counts;
  }

  /** 1998: 1 of the city's 1, and 1 of the province's 1; by 2003 1 of 3 against 3 of 7. */
  @Test
  void aYearsQuotientComparesItsEntriesWithThoseOfAllTrades() {
    Link link = atlas.find("polypropylene").orElseThrow();
    LinkProfile profile = seen(() -> profiles.of(atlas, link, PANJIN));
    assertThat(profile.compared()).isTrue();
    assertThat(profile.undated()).isEqualTo(1);
    assertThat(profile.years())
        .extracting(LinkProfile.Year::year)
        .containsExactly(1998, 1999, 2003, 2004);
    LinkProfile.Year first = profile.years().getFirst();
    assertThat(first.quotient()).isEqualTo(1.0);
    assertThat(first.untilThen()).isEqualTo((1.0 / 2) / (1.0 / 2));
    LinkProfile.Year second = profile.years().get(1);
    assertThat(second.cityAll()).isZero();
    assertThat(second.quotient()).isNull();
    assertThat(second.untilThen()).isEqualTo((1.0 / 2) / (2.0 / 4));
    assertThat(profile.years().get(2).untilThen()).isEqualTo((1.0 / 3) / (3.0 / 6));
  }

  private long count() {
    return Scope.ofProgram(0)
        .call(
            () ->
                java.util.Objects.requireNonNull(
                    transaction.execute(
                        s ->
                            jdbc.sql("SELECT count(*) FROM chain_tag WHERE zone_id = 0")
                                .query(Long.class)
                                .single())));
  }
}
