package org.mujian.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import org.mujian.zone.Zones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program answers, and which one it is. */
@RestController
class StatusApi {

  private final Zones zones;
  private final Clock clock;
  private final ApplicationAvailability availability;
  private final String version;

  StatusApi(
      Zones zones,
      Clock clock,
      ApplicationAvailability availability,
      @Value("${mujian.version}") String version) {
    this.zones = zones;
    this.clock = clock;
    this.availability = availability;
    this.version = version;
  }

  /**
   * @param state {@code up}, or {@code starting} while what a start loads (the sample) is not there
   *     yet
   * @param zones how many zones this program serves
   */
  record Status(String product, String version, String state, int zones, Instant now) {}

  @Operation(
      summary = "Whether the program answers",
      description = "503 with state `starting` until all that a start loads is there.")
  @GetMapping("/api/v1/status")
  ResponseEntity<Status> status() {
    boolean up = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(
            new Status(
                "mujian",
                version,
                up ? "up" : "starting",
                zones.listAll().size(),
                clock.instant()));
  }
}
