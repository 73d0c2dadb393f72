package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of parcels, as filtered, for Excel and WPS. */
@Controller
class ParcelExport {

  private final Parcels parcels;
  private final Exports exports;

  ParcelExport(Parcels parcels, Exports exports) {
    this.parcels = parcels;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/land/export.xlsx")
  void export(
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String block,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String at) {
    Allowed.toSee(CurrentAccount.get(request));
    List<ParcelState> found =
        ParcelQuery.of(status, block, q, at)
            .filter(parcels.list(Objects.requireNonNull(page.zone()).id()));
    exports.send(
        response,
        Exports.Format.XLSX,
        page.t("land.parcels"),
        List.of(
            new Exports.Column(page.t("land.number"), 12),
            new Exports.Column(page.t("land.area"), 12),
            new Exports.Column(page.t("land.block"), 12),
            new Exports.Column(page.t("land.use"), 12),
            new Exports.Column(page.t("land.state"), 18),
            new Exports.Column(page.t("land.supplyable-on"), 12),
            new Exports.Column(page.t("land.why"), 48),
            new Exports.Column(page.t("land.reserved-for"), 24)),
        sink -> found.forEach(state -> sink.accept(row(page, state))));
  }

  private static List<@Nullable Object> row(Page page, ParcelState state) {
    ParcelReservation held = state.reservation();
    return Arrays.<@Nullable Object>asList(
        state.parcel().number(),
        state.parcel().area().mu(4),
        state.parcel().block(),
        state.parcel().landUse(),
        page.t(state.status().key()),
        state.supplyable().on(),
        state.supplyable().reason().in(page.texts(), page.language()),
        held == null ? null : held.holderName() + " " + page.t("land.until", held.until()));
  }
}
