package org.mujian.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import org.mujian.zone.Zones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program answers, and which one it is. */
@RestController
class StatusApi {

  private final Zones zones;
  private final Clock clock;
  private final String version;

  StatusApi(Zones zones, Clock clock, @Value("${mujian.version}") String version) {
    this.zones = zones;
    this.clock = clock;
    this.version = version;
  }

  /**
   * @param zones how many zones this program serves
   */
  record Status(String product, String version, String state, int zones, Instant now) {}

  @Operation(summary = "Whether the program answers")
  @GetMapping("/api/v1/status")
  Status status() {
    return new Status("mujian", version, "up", zones.listAll().size(), clock.instant());
  }
}
