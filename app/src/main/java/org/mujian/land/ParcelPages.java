package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.land.LandViews.ConnectionLine;
import org.mujian.land.LandViews.ReserveForm;
import org.mujian.land.LandViews.Room;
import org.mujian.land.LandViews.Tile;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一地一档: all that is known of one parcel, and the reservation of it. */
@Controller
class ParcelPages {

  private final Parcels parcels;
  private final Reservations reservations;
  private final ParcelHistory history;
  private final FactorAccounts factors;

  ParcelPages(
      Parcels parcels, Reservations reservations, ParcelHistory history, FactorAccounts factors) {
    this.parcels = parcels;
    this.reservations = reservations;
    this.history = history;
    this.factors = factors;
  }

  @GetMapping("/z/{zone}/land/parcels/{id}")
  String parcel(Page page, HttpServletRequest request, @PathVariable long id, Model model) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    Zone zone = Objects.requireNonNull(page.zone());
    ParcelState state = parcels.get(zone.id(), id);
    Map<String, Step> steps = parcels.steps(zone.id(), id);
    model.addAttribute("state", state);
    model.addAttribute("light", light(page, state));
    model.addAttribute("legal", legalTiles(page, steps));
    model.addAttribute("committed", commitmentTiles(page, state, steps));
    model.addAttribute("lines", lines(page, zone, id));
    model.addAttribute("reservations", reservations.listOf(zone.id(), id));
    model.addAttribute("past", history.of(page, state.parcel()));
    model.addAttribute("mayWrite", Allowed.write(account));
    model.addAttribute("mayReserve", Allowed.reserve(account));
    model.addAttribute("epsg", Projection.of(zone.centralMeridian()).epsg());
    return "land/parcel";
  }

  static Light light(Page page, ParcelState state) {
    return new Light(
        state.supplyable().state(), state.supplyable().reason().in(page.texts(), page.language()));
  }

  private static List<Tile> legalTiles(Page page, Map<String, Step> steps) {
    List<Tile> tiles = new ArrayList<>();
    for (LegalStep legal : LegalStep.values()) {
      tiles.add(tile(page, legal.code(), legal, steps.get(legal.code())));
    }
    return tiles;
  }

  private static List<Tile> commitmentTiles(Page page, ParcelState state, Map<String, Step> steps) {
    List<Tile> tiles = new ArrayList<>();
    for (Commitment commitment : Commitment.values()) {
      Tile tile = tile(page, commitment.code(), commitment, steps.get(commitment.code()));
      boolean now = state.commitment() == commitment;
      ParcelReservation held = state.reservation();
      tiles.add(
          commitment == Commitment.RESERVED && held != null
              ? new Tile(tile.code(), tile.word() + "：" + held.holderName(), "next", held.until())
              : now && commitment == Commitment.FREE
                  ? new Tile(tile.code(), tile.word(), "done", null)
                  : tile);
    }
    return tiles;
  }

  private static Tile tile(Page page, String code, Worded word, @Nullable Step step) {
    String name = page.t(word.key());
    if (step == null) {
      return new Tile(code, name, "open", null);
    }
    return step.done() != null
        ? new Tile(code, name, "done", step.done())
        : new Tile(code, name, "next", step.forecast() != null ? step.forecast() : step.planned());
  }

  private List<ConnectionLine> lines(Page page, Zone zone, long id) {
    Map<ConnectionKind, Connection> known = parcels.connections(zone.id(), id);
    Map<String, Room> rooms = rooms(zone, page.today());
    List<ConnectionLine> lines = new ArrayList<>();
    for (ConnectionKind kind : ConnectionKind.values()) {
      Connection c = known.getOrDefault(kind, Connection.unknown(id, kind));
      lines.add(
          new ConnectionLine(
              c,
              connectionLight(page, c),
              kind.factor() == null ? null : rooms.get(kind.factor())));
    }
    return lines;
  }

  private static Light connectionLight(Page page, Connection c) {
    LocalDate actual = c.actual();
    if (actual != null) {
      return new Light(Light.State.OK, page.t("land.connected", actual));
    }
    LocalDate date = c.forecast() != null ? c.forecast() : c.planned();
    if (date == null) {
      return new Light(Light.State.WARN, page.t("land.undated"));
    }
    boolean late =
        date.isBefore(page.today()) || (c.planned() != null && date.isAfter(c.planned()));
    return new Light(
        late ? Light.State.BAD : Light.State.WARN,
        page.t(date.isBefore(page.today()) ? "land.overdue" : "land.expected", date));
  }

  /** The zone's capacities in this quarter, by factor. */
  private Map<String, Room> rooms(Zone zone, LocalDate today) {
    Map<String, Room> rooms = new LinkedHashMap<>();
    for (FactorAccount account : factors.list(zone.id())) {
      if (account.kind() == FactorAccount.Kind.CAPACITY && account.place() == null) {
        String quarter = account.periods(today, today).getFirst().toString();
        factors.listBalances(zone.id(), account.id()).stream()
            .filter(balance -> balance.period().equals(quarter))
            .findFirst()
            .ifPresent(balance -> rooms.put(account.factor(), new Room(account, balance)));
      }
    }
    return rooms;
  }

  @GetMapping("/z/{zone}/land/parcels/{id}/reserve")
  String reserveForm(Page page, HttpServletRequest request, @PathVariable long id, Model model) {
    Allowed.toReserve(CurrentAccount.get(request));
    ParcelState state = parcels.get(Objects.requireNonNull(page.zone()).id(), id);
    return form(
        page,
        state,
        new ReserveForm("", false, page.today().toString(), page.today().plusMonths(6).toString()),
        Map.of(),
        model);
  }

  @PostMapping("/z/{zone}/land/parcels/{id}/reserve")
  String reserve(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean chemical,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      Model model) {
    Allowed.toReserve(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    ParcelState state = parcels.get(zone, id);
    ReserveForm form = new ReserveForm(name.strip(), chemical, from, until);
    Inputs in = new Inputs(page);
    String holder = in.text("name", name, 60);
    LocalDate first = in.date("from", from, true);
    LocalDate last = in.date("until", until, true);
    if (!in.errors().isEmpty() || first == null || last == null) {
      return form(page, state, form, in.errors(), model);
    }
    try {
      reservations.reserve(
          zone,
          new Reservations.Ask(
              id, "manual:" + holder.replaceAll("\\s+", "_"), holder, chemical, first, last));
    } catch (LandRefused refused) {
      return form(page, state, form, Map.of("name", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/parcels/" + id);
  }

  private static String form(
      Page page, ParcelState state, ReserveForm form, Map<String, String> errors, Model model) {
    model.addAttribute("state", state);
    model.addAttribute("light", light(page, state));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "land/reserve";
  }

  @PostMapping("/z/{zone}/land/parcels/{id}/reservations/{reservation}/release")
  String release(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @PathVariable long reservation,
      @RequestParam(defaultValue = "") String why) {
    Allowed.toReserve(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    reservations
        .find(zone, reservation)
        .filter(r -> r.parcelId() == id)
        .orElseThrow(() -> new NoSuchLand("意向预留 " + reservation));
    reservations.release(zone, reservation, why.isBlank() ? page.t("land.released") : why.strip());
    return "redirect:" + page.in("land/parcels/" + id);
  }
}
