package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mujian.allocation.Plan;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers at once whether a project fits in: where, from when, whom it displaces, what it takes.
 */
@Controller
class FitsPages {

  private final DropIn dropIn;
  private final Projects projects;

  FitsPages(DropIn dropIn, Projects projects) {
    this.dropIn = dropIn;
    this.projects = projects;
  }

  @GetMapping("/z/{zone}/projects/{id:\\d{1,18}}/fits")
  ModelAndView fits(Page page, @PathVariable long id) {
    Rights.checkRead(page.account());
    long zone = ProjectPages.zone(page);
    FitsView view;
    HttpStatus status = HttpStatus.OK;
    try {
      view = view(page, dropIn.ask(zone, id));
    } catch (PlanRefused e) {
      view = refused(page, id, e.in(page.language()));
      status = HttpStatus.UNPROCESSABLE_CONTENT;
    } catch (ProjectRefused e) {
      view = refused(page, id, String.valueOf(e.getMessage()));
    }
    return new ModelAndView("plans/fits", Map.of("view", view), status);
  }

  private FitsView refused(Page page, long id, String why) {
    Project project = projects.get(ProjectPages.zone(page), id);
    return new FitsView(
        project.name(),
        page.in("projects/" + id),
        "",
        false,
        why,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static FitsView view(Page page, DropIn.Answer answer) {
    PlanWords words = PlanWords.of(page);
    String name = answer.project().name();
    Plan.Spot spot = answer.spot();
    List<String> takes = new ArrayList<>();
    answer.project().noPlace().forEach(note -> takes.add(words.note(note)));
    answer.lacks().forEach(lack -> takes.add(words.lack(answer.question(), lack)));
    String from = spot == null ? words.from(answer.question(), answer.lacks(), answer.from()) : "";
    if (!from.isEmpty()) {
      takes.add(from);
    }
    String when = spot == null ? "" : PlanWords.quarter(answer.question(), spot.start());
    String where =
        answer.lots().isEmpty()
            ? "–"
            : page.t(
                "plans.fits.where", PlanWords.lots(answer.lots()), PlanWords.mu(answer.lots()));
    String said =
        spot == null
            ? page.t("plans.fits.no", name)
            : answer.displaced().isEmpty()
                ? page.t("plans.fits.yes", name, when)
                : page.t("plans.fits.instead", name, when, answer.displaced().size());
    return new FitsView(
        name,
        page.in("projects/" + answer.project().id()),
        PlanDesk.period(answer.question()),
        spot != null,
        said,
        where,
        when,
        answer.displaced(),
        answer.moved(),
        takes,
        answer.question().notes().stream().map(words::note).toList());
  }
}
