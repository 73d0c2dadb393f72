package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.promotion.pull.IoTable;
import org.mujian.promotion.pull.IoTables;
import org.mujian.promotion.pull.Pulls;
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
  @Autowired IoTables tables;
  @Autowired Pulls pulls;
  @Autowired Atlases atlases;
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
                      IoTable table = tables.find(id).orElseThrow();
                      assertThat(table.sample()).isTrue();
                      assertThat(table.source()).contains("虚构", "不是任何地区");
                      assertThat(
                              pulls
                                  .of(
                                      id,
                                      "211122",
                                      atlases.listDeep().getFirst(),
                                      "styrene",
                                      "1000")
                                  .draw()
                                  .links())
                          .hasSizeGreaterThan(5);
                    }));
  }

  private void isMarked(Lead lead) {
    assertThat(lead.sample()).isTrue();
    assertThat(lead.name()).startsWith("示例");
    assertThat(lead.owner()).contains("示例");
  }
}
