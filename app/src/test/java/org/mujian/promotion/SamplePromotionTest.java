package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample is invented, marked so, and shows every stage and every light. */
@MujianTest
class SamplePromotionTest {

  @Autowired SamplePromotion sample;
  @Autowired Leads leads;
  @Autowired LeadWords words;
  @Autowired Stewards stewards;
  @Autowired Zones zones;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void fifteenLeadsWithEveryLightAndTheirStewards() {
    long id = TestZone.make(jdbc, transaction, changes, "sampled");
    Scope.ofProgram(0, id)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      Zone zone = zones.find(id).orElseThrow();
                      sample.load(zone);
                      List<Lead> all =
                          leads.list(id, new LeadQuery(null, true, null, null, null, null));
                      assertThat(all).hasSize(15).allSatisfy(this::isMarked);
                      assertThat(all)
                          .extracting(Lead::stage)
                          .contains(
                              LeadStage.CLUE,
                              LeadStage.JUDGING,
                              LeadStage.TALKS,
                              LeadStage.SIGNED,
                              LeadStage.DROPPED);
                      assertThat(words.lines(Language.SIMPLIFIED, id, all))
                          .filteredOn(line -> line.light() != null)
                          .extracting(line -> line.light().state())
                          .contains(Light.State.OK, Light.State.WARN, Light.State.BAD);
                      assertThat(stewards.list(id)).hasSize(4).allMatch(Steward::sample);
                    }));
  }

  private void isMarked(Lead lead) {
    assertThat(lead.sample()).isTrue();
    assertThat(lead.name()).startsWith("示例");
    assertThat(lead.owner()).contains("示例");
  }
}
