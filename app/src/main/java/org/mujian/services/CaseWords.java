package org.mujian.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Reading;
import org.mujian.clock.Span;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Matter;
import org.mujian.services.visit.Request;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** Cases and requests as lists and pages show them. */
@Component
class CaseWords {

  private final Texts texts;

  CaseWords(Texts texts) {
    this.texts = texts;
  }

  List<Shown.CaseLine> lines(Language language, List<Standing> standings) {
    return standings.stream().map(standing -> line(language, standing)).toList();
  }

  Shown.CaseLine line(Language language, Standing standing) {
    LocalDate accepted = standing.acceptedOn();
    LocalDate due = standing.due();
    return new Shown.CaseLine(
        standing,
        light(language, standing),
        name(language, standing.matter()),
        accepted == null ? "" : accepted.toString(),
        due == null ? "" : due.toString());
  }

  static String name(Language language, Matter matter) {
    return language == Language.ENGLISH ? matter.nameEn() : matter.name();
  }

  /** As the page's language counts days. */
  String span(Language language, Span span) {
    return texts.get(
        language, span.isWorking() ? "services.working-days" : "services.days", span.count());
  }

  Light light(Language language, Standing standing) {
    StringBuilder reason = new StringBuilder(reason(language, standing));
    List<Material> overdue = standing.overdueMaterials();
    if (!overdue.isEmpty()) {
      Material paper = overdue.getFirst();
      reason.append(
          texts.get(language, "services.light.paper", paper.name(), String.valueOf(paper.due())));
    }
    Reading binding = standing.binding();
    if (binding != null && binding.provisional() && standing.file().isOpen()) {
      reason.append(texts.get(language, "services.light.provisional"));
    }
    return new Light(standing.state(), reason.toString());
  }

  private String reason(Language language, Standing standing) {
    Case file = standing.file();
    Reading binding = standing.binding();
    String clock =
        texts.get(
            language,
            standing.statutory() == null ? "services.clock.promised" : "services.clock.statutory");
    if (!file.isOpen()) {
      return closed(language, file, binding);
    }
    if (standing.acceptedOn() == null) {
      return texts.get(language, "services.light.waiting");
    }
    if (binding == null) {
      return texts.get(language, "services.light.unclocked");
    }
    if (binding.overdue()) {
      return binding.late().isZero()
          ? texts.get(language, "services.light.past", clock, day(binding))
          : texts.get(
              language, "services.light.late", clock, day(binding), span(language, binding.late()));
    }
    if (standing.isPaused()) {
      return texts.get(
          language,
          "services.light.paused",
          span(language, binding.elapsed()),
          span(language, binding.remaining()));
    }
    Reading promised = standing.promised();
    if (promised != null && promised.overdue()) {
      return texts.get(
          language,
          "services.light.broken",
          day(promised),
          day(binding),
          span(language, binding.remaining()));
    }
    boolean promiseFirst =
        promised != null
            && promised != binding
            && promised.deadline() != null
            && binding.deadline() != null
            && promised.deadline().isBefore(binding.deadline());
    Reading next = promiseFirst ? java.util.Objects.requireNonNull(promised) : binding;
    return texts.get(
        language,
        "services.light.due",
        promiseFirst ? texts.get(language, "services.clock.promised") : clock,
        day(next),
        span(language, next.remaining()));
  }

  private String closed(Language language, Case file, @Nullable Reading binding) {
    String on = String.valueOf(file.closedOn());
    if (binding == null) {
      return texts.get(language, "services.light.closed", on);
    }
    return binding.overdue()
        ? texts.get(language, "services.light.closed-late", on, span(language, binding.late()))
        : texts.get(language, "services.light.closed-in", on, span(language, binding.elapsed()));
  }

  private static String day(Reading reading) {
    return String.valueOf(reading.deadline());
  }

  Shown.RequestLine request(Language language, Request request, LocalDate today) {
    String reason;
    LocalDate due = request.due();
    if (!request.isOpen()) {
      reason =
          texts.get(language, "services.request.answered-on", String.valueOf(request.answeredOn()));
    } else if (due == null) {
      reason = texts.get(language, "services.request.waits");
    } else {
      long days = java.time.temporal.ChronoUnit.DAYS.between(today, due);
      reason =
          days < 0
              ? texts.get(language, "services.request.late", due.toString(), -days)
              : texts.get(language, "services.request.due", due.toString(), days);
    }
    return new Shown.RequestLine(request, new Light(request.state(today), reason));
  }

  /** A paper with its day and, where somebody waits for it, its light. */
  Shown.PaperLine paper(Language language, Material paper, boolean open, LocalDate today) {
    LocalDate due = paper.due();
    LocalDate received = paper.receivedOn();
    boolean waits =
        paper.state() == Material.State.LATE || paper.state() == Material.State.PROMISED;
    Light light =
        !open || !waits
            ? null
            : paper.isOverdue(today)
                ? new Light(
                    Light.State.BAD,
                    texts.get(language, "services.paper.overdue", String.valueOf(due)))
                : new Light(
                    Light.State.OK,
                    texts.get(
                        language,
                        "services.paper.until." + paper.state().code(),
                        String.valueOf(due)));
    return new Shown.PaperLine(
        paper,
        texts.get(language, "services.paper." + paper.state().code()),
        received != null ? received.toString() : due == null || !waits ? "" : due.toString(),
        light);
  }
}
