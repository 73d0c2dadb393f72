package org.mujian.land;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.ApiZone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Public works for programs. Preview: the paths may still change. */
@RestController
@RequestMapping("/api/v1/works")
@Tag(name = "works", description = "工程 / public works")
class WorkApi {

  private final Works works;
  private final Land land;
  private final ApiZone zones;

  WorkApi(Works works, Land land, ApiZone zones) {
    this.works = works;
    this.land = land;
    this.zones = zones;
  }

  record Forecast(@Nullable LocalDate finish, @Nullable String why) {}

  @Operation(
      summary = "The works of a zone",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<Work> list(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return works.list(zones.of(account, zone));
  }

  @Operation(
      summary = "What would move if the work were finished on another day; nothing is changed",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id}/consequences")
  List<Land.Moved> consequences(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestParam LocalDate finish) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return land.consequencesOf(zones.of(account, zone), id, finish);
  }

  @Operation(
      summary = "Says when the work will be finished now; answers with the parcels that move",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/{id}/forecast")
  List<Land.Moved> forecast(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestBody Forecast forecast) {
    Account account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    LocalDate finish = forecast.finish();
    String why = forecast.why();
    if (finish == null || why == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请求须有 finish 与 why");
    }
    return works.forecast(zones.of(account, zone), id, finish, why);
  }
}
