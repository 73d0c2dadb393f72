package org.mujian.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.enterprises.Enterprise;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.cases.Standing;
import org.mujian.services.visit.Requests;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What an enterprise's user sees: its own enterprise's cases, papers and requests. The database
 * holds everything else back; these pages only ask for the zone's.
 */
@Controller
class PortalPages {

  private final CaseStandings standings;
  private final Requests requests;
  private final FirmChoice firms;
  private final CaseWords words;
  private final ClockWords clocks;
  private final Timeline timeline;

  PortalPages(
      CaseStandings standings,
      Requests requests,
      FirmChoice firms,
      CaseWords words,
      ClockWords clocks,
      Timeline timeline) {
    this.standings = standings;
    this.requests = requests;
    this.firms = firms;
    this.words = words;
    this.clocks = clocks;
    this.timeline = timeline;
  }

  @GetMapping("/portal")
  String home(Page page, Model model) {
    fill(page, Typed.NOTHING, null, model);
    return "services/portal";
  }

  @GetMapping("/portal/cases/{number:\\d{4}-\\d{4,6}}")
  String one(Page page, @PathVariable String number, Model model) {
    Standing standing = standings.get(user(page).zoneId(), number);
    model.addAttribute("line", words.line(page.language(), standing));
    model.addAttribute("clocks", clocks.views(page.language(), standing));
    model.addAttribute(
        "papers",
        standing.materials().stream()
            .map(
                paper ->
                    words.paper(page.language(), paper, standing.file().isOpen(), standing.today()))
            .toList());
    model.addAttribute("happenings", timeline.of(page, standing));
    return "services/portal-case";
  }

  @PostMapping("/portal/requests")
  ModelAndView raise(Page page, @RequestParam Map<String, String> fields, Model model) {
    Account user = user(page);
    Typed typed = new Typed(fields);
    try {
      Enterprise enterprise =
          enterprise(user).orElseThrow(() -> new ServiceRefused("账号绑定的企业不在企业库里，请联系管委会"));
      requests.raise(user.zoneId(), enterprise, typed.get("what"));
      return new ModelAndView("redirect:/portal#requests");
    } catch (ServiceRefused refused) {
      fill(page, typed, refused.getMessage(), model);
      return new ModelAndView("services/portal", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, Typed typed, @Nullable String problem, Model model) {
    Account user = user(page);
    long zone = user.zoneId();
    List<Standing> own = standings.list(zone, new CaseQuery(null, true, null, null, null));
    model.addAttribute("enterprise", enterprise(user).map(Enterprise::name).orElse(""));
    model.addAttribute("lines", words.lines(page.language(), own));
    model.addAttribute(
        "requests",
        requests.list(zone, true, null, null).stream()
            .map(request -> words.request(page.language(), request, page.today()))
            .toList());
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
  }

  private Optional<Enterprise> enterprise(Account user) {
    Long id = user.enterpriseId();
    return id == null ? Optional.empty() : firms.find(user.zoneId(), id);
  }

  private static Account user(Page page) {
    Account account = page.account();
    if (account == null || !account.has(Role.ENTERPRISE)) {
      throw new AccessDeniedException("the portal is the enterprises'");
    }
    return account;
  }
}
