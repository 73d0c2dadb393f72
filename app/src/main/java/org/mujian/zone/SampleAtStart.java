package org.mujian.zone;

import org.mujian.store.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code MUJIAN_SAMPLE=true} loads the sample into an empty program without asking. */
@Component
@ConditionalOnProperty("mujian.sample")
class SampleAtStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SampleAtStart.class);

  private final Samples samples;
  private final Zones zones;

  SampleAtStart(Samples samples, Zones zones) {
    this.samples = samples;
    this.zones = zones;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (zones.listAll().isEmpty()) {
      Scope.ofProgram(Scope.PROVINCE).run(() -> LOG.info("示例园区已载入：{}", samples.load().name()));
    }
  }
}
