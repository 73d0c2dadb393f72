package org.mujian.land;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.ApiZone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Splits a parcel along a line. Preview: the path may still change. */
@RestController
@Tag(name = "parcels")
class SplitApi {

  private static final int MOST_POINTS = 200;

  private final Splits splits;
  private final ApiZone zones;

  SplitApi(Splits splits, ApiZone zones) {
    this.splits = splits;
    this.zones = zones;
  }

  /**
   * @param line points of longitude and latitude (EPSG:4490), from outside the parcel to outside
   */
  record Cut(@Nullable List<List<Double>> line) {}

  @Operation(
      summary = "Splits a parcel along a line; reservations go to every part",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/api/v1/parcels/{id}/split")
  List<Long> split(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestBody Cut cut) {
    Account account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    List<List<Double>> line = cut.line();
    if (line == null
        || line.size() < 2
        || line.size() > MOST_POINTS
        || line.stream().anyMatch(SplitApi::isNoPoint)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "line 须是 2 至 200 个 [经度, 纬度] 点");
    }
    Coordinate[] points =
        line.stream().map(p -> new Coordinate(p.get(0), p.get(1))).toArray(Coordinate[]::new);
    return splits
        .split(zones.of(account, zone), id, Shapes.DEGREES.createLineString(points))
        .stream()
        .map(Parcel::id)
        .toList();
  }

  private static boolean isNoPoint(@Nullable List<Double> point) {
    return point == null
        || point.size() != 2
        || point.stream().anyMatch(x -> x == null || !Double.isFinite(x));
  }
}
