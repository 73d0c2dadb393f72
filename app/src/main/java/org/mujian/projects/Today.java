package org.mujian.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day it is in the zones. */
@Component
class Today {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Clock clock;

  Today(Clock clock) {
    this.clock = clock;
  }

  LocalDate date() {
    return LocalDate.now(clock.withZone(ZONE));
  }
}
