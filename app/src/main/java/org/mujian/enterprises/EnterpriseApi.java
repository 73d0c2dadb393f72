package org.mujian.enterprises;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The registry for programs. */
@RestController
@RequestMapping("/api/v1/enterprises")
@Tag(name = "enterprises", description = "企业名录 / registry of enterprises")
class EnterpriseApi {

  private final Enterprises enterprises;
  private final Zones zones;
  private final QueryReader reader;

  EnterpriseApi(Enterprises enterprises, Zones zones, QueryReader reader) {
    this.enterprises = enterprises;
    this.zones = zones;
    this.reader = reader;
  }

  @Operation(
      summary = "Find enterprises",
      description =
          "By name, credit code, pinyin initials or any two or more characters of the business"
              + " scope; white space separates terms, all of which must be found.")
  @GetMapping
  EnterpriseList list(
      @Parameter(description = "What to look for") @RequestParam(defaultValue = "") String q,
      @Parameter(description = "GB/T 2260: 21, 2111 or 211122") @RequestParam(defaultValue = "")
          String division,
      @Parameter(description = "GB/T 4754: C, C26 or C2651") @RequestParam(defaultValue = "")
          String industry,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String registeredFrom,
      @RequestParam(defaultValue = "") String registeredTo,
      @Parameter(description = "In 10,000 yuan (万元)") @RequestParam(defaultValue = "")
          String capitalFrom,
      @RequestParam(defaultValue = "") String capitalTo,
      @Parameter(description = "best, newest, oldest, capital or name")
          @RequestParam(defaultValue = "")
          String sort,
      @Parameter(description = "From 1") @RequestParam(defaultValue = "1") int page,
      @Parameter(description = "At most 200") @RequestParam(defaultValue = "50") int size,
      @Parameter(description = "Code of a zone; without, all that the account sees")
          @RequestParam(defaultValue = "")
          String zone) {
    var asked =
        new QueryReader.Asked(
            q,
            division,
            industry,
            status,
            registeredFrom,
            registeredTo,
            capitalFrom,
            capitalTo,
            sort,
            page,
            size);
    return enterprises.list(reader.read(asked, visible(zone), null));
  }

  @Operation(summary = "One enterprise, by its id or credit code")
  @GetMapping("/{key}")
  Enterprise get(
      @Parameter(description = "Id, or unified social credit code") @PathVariable String key,
      @RequestParam(defaultValue = "") String zone) {
    return find(visible(zone), key)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "没有编号或统一社会信用代码为 " + key + " 的企业，或此账号看不到它"));
  }

  private Optional<Enterprise> find(List<Long> visible, String key) {
    return key.matches("\\d{1,17}")
        ? enterprises.find(visible, Long.parseLong(key))
        : enterprises.findByCode(visible, key);
  }

  private List<Long> visible(String zone) {
    if (zone.isEmpty()) {
      return Stream.concat(Stream.of(Scope.PROVINCE), Scope.current().zones().stream())
          .distinct()
          .toList();
    }
    @Nullable Zone named = zones.findByCode(zone).orElse(null);
    if (named == null || !Scope.current().zones().contains(named.id())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有园区 " + zone + "，或此账号看不到它");
    }
    return List.of(Scope.PROVINCE, named.id());
  }
}
