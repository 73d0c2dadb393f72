package org.mujian.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Standing;
import org.mujian.services.visit.Request;
import org.mujian.services.visit.Requests;
import org.mujian.services.visit.Visits;
import org.mujian.store.Scope;
import org.mujian.web.Light;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample is invented, marked so, and shows every light. */
@MujianTest
class SampleServicesTest {

  @Autowired Samples samples;
  @Autowired CaseStandings standings;
  @Autowired Visits visits;
  @Autowired Requests requests;

  @Test
  void twentyCasesWithEveryLightSixVisitsAndTheirRequests() {
    Zone zone = Scope.ofProgram(0).call(samples::load);
    Scope.ofProgram(0, zone.id()).run(() -> check(zone.id()));
  }

  private void check(long zone) {
    List<Standing> all = standings.list(zone, new CaseQuery(null, true, null, null, null));
    assertThat(all)
        .hasSize(20)
        .allSatisfy(
            s -> {
              assertThat(s.file().sample()).isTrue();
              assertThat(s.file().enterpriseName()).startsWith("示例");
              assertThat(s.file().agent()).contains("示例");
            });
    List<Standing> open = all.stream().filter(s -> s.file().isOpen()).toList();
    assertThat(open)
        .extracting(Standing::state)
        .contains(Light.State.OK, Light.State.WARN, Light.State.BAD);
    assertThat(open).anyMatch(Standing::isPaused).anyMatch(s -> s.acceptedOn() == null);
    assertThat(visits.list(zone, null, null)).hasSize(6);
    assertThat(requests.list(zone, true, null, null)).hasSize(4).allMatch(Request::sample);
  }
}
