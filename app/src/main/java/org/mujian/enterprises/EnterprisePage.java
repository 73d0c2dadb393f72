package org.mujian.enterprises;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.store.History;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.mujian.zone.Divisions;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One page per enterprise (一企一档): facts, what the rooms know, and all that happened. */
@Controller
class EnterprisePage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int ENTRIES = 50;

  /** Columns that say nothing by themselves. */
  private static final Set<String> UNSAID =
      Set.of(
          "id",
          "zone_id",
          "version",
          "initials",
          "industry_version",
          "capital",
          "capital_currency",
          "sample",
          "source",
          "enterprise_id");

  private final Enterprises enterprises;
  private final ZoneEnterprises members;
  private final History history;
  private final Divisions divisions;
  private final Words words;
  private final Rights rights;
  private final List<EnterpriseSection> sections;
  private final TransactionTemplate transaction;

  EnterprisePage(
      Enterprises enterprises,
      ZoneEnterprises members,
      History history,
      Divisions divisions,
      Words words,
      Rights rights,
      List<EnterpriseSection> sections,
      TransactionTemplate transaction) {
    this.enterprises = enterprises;
    this.members = members;
    this.history = history;
    this.divisions = divisions;
    this.words = words;
    this.rights = rights;
    this.sections =
        sections.stream().sorted(Comparator.comparingInt(EnterpriseSection::order)).toList();
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/enterprises/{id:\\d{1,18}}")
  String one(Page page, @PathVariable long id, Model model) {
    Enterprise enterprise = get(page, id);
    long zone = EnterprisePages.zone(page).id();
    var member = members.find(zone, id);
    model.addAttribute("enterprise", enterprise);
    model.addAttribute("line", words.line(enterprise, member.isPresent()));
    model.addAttribute(
        "place", enterprise.division() == null ? "" : divisions.nameOf(enterprise.division()));
    model.addAttribute("member", member.orElse(null));
    model.addAttribute("mayChange", rights.mayChange(page, enterprise));
    model.addAttribute("mayMark", rights.mayAdd(page));
    model.addAttribute("parts", parts(page, enterprise));
    model.addAttribute("happenings", happenings(page, enterprise, member.orElse(null)));
    return "enterprises/one";
  }

  @PostMapping("/z/{zone}/enterprises/{id:\\d{1,18}}/membership")
  String mark(Page page, @PathVariable long id, String in) {
    Enterprise enterprise = get(page, id);
    if (!rights.mayAdd(page)) {
      throw new org.springframework.security.access.AccessDeniedException("membership");
    }
    long zone = EnterprisePages.zone(page).id();
    if (in.equals("true")) {
      members.add(zone, enterprise, null, "");
    } else {
      members.remove(zone, enterprise);
    }
    return "redirect:" + page.in("enterprises/" + id);
  }

  private Enterprise get(Page page, long id) {
    return enterprises
        .find(List.of(Scope.PROVINCE, EnterprisePages.zone(page).id()), id)
        .orElseThrow(() -> new NoSuchEnterprise(id));
  }

  private List<EnterprisePart> parts(Page page, Enterprise enterprise) {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            s ->
                sections.stream()
                    .flatMap(
                        section ->
                            section
                                .content(page, enterprise)
                                .map(
                                    content ->
                                        new EnterprisePart(page.t(section.titleKey()), content))
                                .stream())
                    .toList()));
  }

  private List<Happening> happenings(
      Page page, Enterprise enterprise, ZoneEnterprises.@Nullable Membership member) {
    List<History.Entry> entries =
        new ArrayList<>(
            history.list(
                enterprise.zoneId(), "enterprise", String.valueOf(enterprise.id()), ENTRIES));
    if (member != null) {
      entries.addAll(
          history.list(
              EnterprisePages.zone(page).id(),
              "zone_enterprise",
              String.valueOf(member.id()),
              ENTRIES));
    }
    return entries.stream()
        .sorted(Comparator.comparing(History.Entry::at).reversed())
        .map(entry -> happening(page, entry))
        .toList();
  }

  private static Happening happening(Page page, History.Entry entry) {
    List<String> details =
        entry.kind() == History.Kind.CHANGED
            ? entry.fields().entrySet().stream()
                .filter(field -> !UNSAID.contains(field.getKey()))
                .map(
                    field ->
                        page.t(
                            "enterprises.changed",
                            page.t("enterprises.field." + field.getKey()),
                            said(page, field.getValue().from()),
                            said(page, field.getValue().to())))
                .toList()
            : List.of();
    return new Happening(TIME.format(entry.at()), entry.who(), entry.why(), details);
  }

  private static String said(Page page, @Nullable String value) {
    return value == null || value.equals("[]") ? page.t("enterprises.nothing") : value;
  }
}
