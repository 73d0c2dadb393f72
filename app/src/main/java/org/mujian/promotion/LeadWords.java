package org.mujian.promotion;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadClock;
import org.mujian.promotion.lead.LeadEvent;
import org.mujian.promotion.lead.LeadRule;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** Leads as lists and pages show them. */
@Component
class LeadWords {

  private static final Comparator<Shown.LeadLine> URGENT =
      Comparator.comparing(
              (Shown.LeadLine line) -> line.due() == null ? LocalDate.MAX : line.due().dueOn())
          .thenComparing(line -> -line.lead().id());

  private final Leads leads;
  private final Atlases atlases;
  private final Texts texts;

  LeadWords(Leads leads, Atlases atlases, Texts texts) {
    this.leads = leads;
    this.atlases = atlases;
    this.texts = texts;
  }

  /** The most urgent first, those that are closed last. */
  List<Shown.LeadLine> lines(Language language, long zone, List<Lead> found) {
    List<LeadRule> rules = leads.listRules(zone);
    Map<Long, List<LeadEvent>> events =
        leads.listEvents(zone, found.stream().map(Lead::id).toList());
    LocalDate today = leads.today();
    return found.stream()
        .map(
            lead ->
                line(
                    language,
                    lead,
                    LeadClock.dues(lead, events.getOrDefault(lead.id(), List.of()), rules, today)))
        .sorted(URGENT)
        .toList();
  }

  Shown.LeadLine line(Language language, Lead lead, List<LeadClock.Due> dues) {
    LeadClock.Due due = dues.isEmpty() ? null : dues.getFirst();
    return new Shown.LeadLine(
        lead,
        due,
        due == null ? null : light(language, due),
        due == null ? "" : texts.get(language, "promotion.act." + due.act().code()),
        stage(language, lead.stage()),
        link(language, lead));
  }

  Light light(Language language, LeadClock.Due due) {
    String act = texts.get(language, "promotion.act." + due.act().code());
    String reason =
        due.late() > 0
            ? texts.get(
                language, "promotion.due.late", act, String.valueOf(due.dueOn()), due.late())
            : due.late() == 0
                ? texts.get(language, "promotion.due.today", act)
                : texts.get(
                    language, "promotion.due.in", act, String.valueOf(due.dueOn()), -due.late());
    return new Light(due.state(), reason);
  }

  String stage(Language language, LeadStage stage) {
    return texts.get(language, "promotion.stage." + stage.code());
  }

  /** The link that the lead is to fill, in words; empty without one. */
  String link(Language language, Lead lead) {
    String chain = lead.chain();
    if (chain == null) {
      return "";
    }
    boolean english = language == Language.ENGLISH;
    return atlases
        .find(chain)
        .map(
            atlas ->
                atlas.links().stream()
                    .filter(link -> link.code().equals(lead.link()))
                    .findFirst()
                    .map(link -> english ? link.nameEn() : link.name())
                    .orElse(english ? atlas.nameEn() : atlas.name()))
        .orElse(chain);
  }
}
