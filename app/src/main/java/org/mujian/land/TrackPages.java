package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records a step or a connection of a parcel, and the chemical park's recognition. */
@Controller
class TrackPages {

  private final Parcels parcels;
  private final Works works;
  private final Recording recording;

  TrackPages(Parcels parcels, Works works, Recording recording) {
    this.parcels = parcels;
    this.works = works;
    this.recording = recording;
  }

  private static Worded step(String code) {
    return Stream.<Worded>concat(
            Arrays.stream(LegalStep.values()),
            Arrays.stream(Commitment.values())
                .filter(c -> c != Commitment.FREE && c != Commitment.RESERVED))
        .filter(word -> word.key().endsWith("." + code))
        .findFirst()
        .orElseThrow(() -> new NoSuchLand("步骤 " + code));
  }

  @GetMapping("/z/{zone}/land/parcels/{id}/steps/{step}")
  String stepForm(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @PathVariable String step,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    Step known = parcels.steps(zone, id).get(step);
    return stepForm(
        page,
        parcels.get(zone, id),
        step,
        Map.of(
            "planned", text(known == null ? null : known.planned()),
            "forecast", text(known == null ? null : known.forecast()),
            "done", text(known == null ? null : known.done()),
            "authority", known == null ? "" : known.authority(),
            "document", known == null ? "" : known.document()),
        Map.of(),
        model);
  }

  private static String stepForm(
      Page page,
      ParcelState state,
      String step,
      Map<String, String> typed,
      Map<String, String> errors,
      Model model) {
    model.addAttribute("state", state);
    model.addAttribute("title", page.t(step(step).key()));
    model.addAttribute("contracted", step.equals(Commitment.CONTRACTED.code()));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "land/step";
  }

  @PostMapping("/z/{zone}/land/parcels/{id}/steps/{step}")
  String putStep(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @PathVariable String step,
      @RequestParam Map<String, String> typed,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    ParcelState state = parcels.get(zone, id);
    step(step);
    Inputs in = new Inputs(page);
    LocalDate planned = in.date("planned", typed.getOrDefault("planned", ""), false);
    LocalDate forecast = in.date("forecast", typed.getOrDefault("forecast", ""), false);
    LocalDate done = in.date("done", typed.getOrDefault("done", ""), false);
    if (!in.errors().isEmpty()) {
      return stepForm(page, state, step, typed, in.errors(), model);
    }
    try {
      recording.step(
          zone,
          new Step(
              id,
              step,
              planned,
              forecast,
              done,
              typed.getOrDefault("authority", "").strip(),
              typed.getOrDefault("document", "").strip(),
              winner(state, typed)));
    } catch (LandRefused refused) {
      return stepForm(page, state, step, typed, Map.of("done", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/parcels/" + id);
  }

  /** Who won the listing, when it is whoever had the intention. */
  private static @Nullable String winner(ParcelState state, Map<String, String> typed) {
    ParcelReservation held = state.reservation();
    return held != null && "true".equals(typed.get("winner")) ? held.holder() : null;
  }

  @GetMapping("/z/{zone}/land/parcels/{id}/connections/{kind}")
  String connectionForm(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @PathVariable String kind,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    ConnectionKind of = kind(kind);
    Connection c = parcels.connections(zone, id).getOrDefault(of, Connection.unknown(id, of));
    return connectionForm(
        page,
        parcels.get(zone, id),
        of,
        Map.of(
            "reach", c.reach(),
            "planned", text(c.planned()),
            "forecast", c.workId() == null ? text(c.forecast()) : "",
            "actual", text(c.actual()),
            "evidence", c.evidence(),
            "work", c.workId() == null ? "" : c.workId().toString(),
            "voltage",
                c.voltageKv() == null ? "" : c.voltageKv().stripTrailingZeros().toPlainString(),
            "heat", c.heatKind() == null ? "" : c.heatKind(),
            "pressure",
                c.pressureMpa() == null
                    ? ""
                    : c.pressureMpa().stripTrailingZeros().toPlainString()),
        Map.of(),
        model);
  }

  private String connectionForm(
      Page page,
      ParcelState state,
      ConnectionKind kind,
      Map<String, String> typed,
      Map<String, String> errors,
      Model model) {
    model.addAttribute("state", state);
    model.addAttribute("kind", kind);
    model.addAttribute("works", works.list(Objects.requireNonNull(page.zone()).id()));
    model.addAttribute("reaches", List.of("none", "trunk", "temporary", "red-line"));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "land/connection";
  }

  private static ConnectionKind kind(String code) {
    return Arrays.stream(ConnectionKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NoSuchLand("连接 " + code));
  }

  @PostMapping("/z/{zone}/land/parcels/{id}/connections/{kind}")
  String putConnection(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @PathVariable String kind,
      @RequestParam Map<String, String> typed,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    ParcelState state = parcels.get(zone, id);
    ConnectionKind of = kind(kind);
    Inputs in = new Inputs(page);
    Connection wanted = connection(zone, id, of, typed, in);
    if (!in.errors().isEmpty()) {
      return connectionForm(page, state, of, typed, in.errors(), model);
    }
    try {
      recording.connection(zone, wanted);
    } catch (LandRefused refused) {
      return connectionForm(
          page, state, of, typed, Map.of("actual", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/parcels/" + id);
  }

  private Connection connection(
      long zone, long id, ConnectionKind kind, Map<String, String> typed, Inputs in) {
    @Nullable BigDecimal voltage =
        kind == ConnectionKind.POWER
            ? in.number("voltage", typed.getOrDefault("voltage", ""), false)
            : null;
    boolean heat = kind == ConnectionKind.HEAT;
    @Nullable BigDecimal pressure =
        heat ? in.number("pressure", typed.getOrDefault("pressure", ""), false) : null;
    String heatKind = typed.getOrDefault("heat", "");
    String reach = typed.getOrDefault("reach", "none");
    String work = typed.getOrDefault("work", "");
    return new Connection(
        id,
        kind,
        List.of("none", "trunk", "temporary", "red-line").contains(reach) ? reach : "none",
        voltage,
        heat && List.of("hot-water", "steam").contains(heatKind) ? heatKind : null,
        pressure,
        in.date("planned", typed.getOrDefault("planned", ""), false),
        work.isEmpty() ? in.date("forecast", typed.getOrDefault("forecast", ""), false) : null,
        in.date("actual", typed.getOrDefault("actual", ""), false),
        typed.getOrDefault("evidence", "").strip(),
        work.matches("\\d{1,18}") ? works.get(zone, Long.parseLong(work)).id() : null,
        null);
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  @GetMapping("/z/{zone}/land/recognition")
  String recognitionForm(Page page, HttpServletRequest request, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    model.addAttribute("typed", Map.of());
    model.addAttribute("errors", Map.of());
    return "land/recognition";
  }

  @PostMapping("/z/{zone}/land/recognition")
  String recognition(
      Page page, HttpServletRequest request, @RequestParam Map<String, String> typed, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    Inputs in = new Inputs(page);
    LocalDate on = in.date("on", typed.getOrDefault("on", ""), true);
    String authority = in.text("authority", typed.getOrDefault("authority", ""), 60);
    String document = in.text("document", typed.getOrDefault("document", ""), 120);
    Map<String, String> errors = in.errors();
    if (on != null && errors.isEmpty()) {
      try {
        recording.recognition(
            Objects.requireNonNull(page.zone()).id(),
            typed.getOrDefault("recognised", "").equals("true"),
            on,
            authority,
            document);
        return "redirect:" + page.in("land");
      } catch (LandRefused refused) {
        errors = Map.of("on", refused.in(page.language()));
      }
    }
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "land/recognition";
  }
}
