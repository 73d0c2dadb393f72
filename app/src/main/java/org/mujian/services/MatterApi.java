package org.mujian.services;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.CurrentAccount;
import org.mujian.services.cases.Cases;
import org.mujian.services.matter.Matters;
import org.mujian.web.ApiZone;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matters for programs. Preview: the path may still change. */
@RestController
@RequestMapping("/api/v1/matters")
@Tag(name = "services", description = "事项与办件")
class MatterApi {

  private final Matters matters;
  private final Cases cases;
  private final ApiZone zones;

  MatterApi(Matters matters, Cases cases, ApiZone zones) {
    this.matters = matters;
    this.cases = cases;
    this.zones = zones;
  }

  @Operation(
      summary = "Matters with what law and the zone say of their time",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<CaseAnswers.MatterOut> matters(
      @RequestParam(required = false) @Nullable String zone, HttpServletRequest request) {
    long in = zones.of(CurrentAccount.get(request), zone);
    return matters.law(in).listAll(cases.today()).stream().map(CaseAnswers::matter).toList();
  }
}
