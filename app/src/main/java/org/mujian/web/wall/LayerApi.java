package org.mujian.web.wall;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.mujian.store.Scope;
import org.mujian.web.NoSuchZone;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The zones that the account sees, and their maps. */
@RestController
class LayerApi {

  private final Zones zones;
  private final Layers layers;

  LayerApi(Zones zones, Layers layers) {
    this.zones = zones;
    this.layers = layers;
  }

  @Operation(summary = "The zones that the account sees (preview)")
  @GetMapping("/api/v1/zones")
  List<Zone> zones() {
    return zones.listAll().stream()
        .filter(zone -> Scope.current().zones().contains(zone.id()))
        .toList();
  }

  @Operation(summary = "A zone's map as GeoJSON in CGCS2000 degrees (preview)")
  @GetMapping("/api/v1/zones/{code}/layers")
  Map<String, Object> layers(@PathVariable String code) {
    return layers.inDegrees(
        zones().stream()
            .filter(zone -> zone.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NoSuchZone(code)));
  }
}
