package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** A script that waits for the program must not find it ready before its sample is there. */
@MujianTest
class StatusTest {

  @Autowired StatusApi status;
  @Autowired ApplicationContext context;

  @AfterEach
  void ready() {
    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
  }

  @Test
  void startingIsSaidUntilAllIsLoaded() {
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    assertThat(status.status().getStatusCode().value()).isEqualTo(503);
    assertThat(status.status().getBody()).extracting("state").isEqualTo("starting");
    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    assertThat(status.status().getStatusCode().value()).isEqualTo(200);
    assertThat(status.status().getBody()).extracting("state").isEqualTo("up");
  }
}
