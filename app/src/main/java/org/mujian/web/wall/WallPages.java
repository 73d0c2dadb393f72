package org.mujian.web.wall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.store.RecentChanges;
import org.mujian.web.Figure;
import org.mujian.web.GoalSource;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.mujian.web.PanelView;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Features;
import org.mujian.zone.Projection;
import org.mujian.zone.Target;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The wall map: the year's targets, the map, six panels, and what changed since yesterday. */
@Controller
class WallPages {

  private static final int CHANGES_SHOWN = 4;

  private final List<Panel> panels;
  private final List<GoalSource> goalSources;
  private final Dossiers dossiers;
  private final Features features;
  private final RecentChanges history;
  private final Layers layers;
  private final TransactionTemplate transaction;

  WallPages(
      List<Panel> panels,
      List<GoalSource> goalSources,
      Dossiers dossiers,
      Features features,
      RecentChanges history,
      Layers layers,
      TransactionTemplate transaction) {
    this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::programme)).toList();
    this.goalSources = goalSources;
    this.dossiers = dossiers;
    this.features = features;
    this.history = history;
    this.layers = layers;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/wall")
  String wall(Page page, Model model) {
    transaction.executeWithoutResult(
        status -> {
          model.addAttribute("panels", panels(page));
          model.addAttribute("goals", goals(page));
          var zone = Objects.requireNonNull(page.zone());
          model.addAttribute("projection", Projection.of(zone.centralMeridian()));
          model.addAttribute(
              "features",
              features.listAll(zone.id()).stream().map(f -> Drawn.of(page, f)).toList());
          model.addAttribute("keys", layers.legend(page));
          Instant yesterday =
              page.today().minusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
          model.addAttribute("recent", history.listSince(zone.id(), yesterday, CHANGES_SHOWN));
          model.addAttribute("changes", history.countSince(zone.id(), yesterday));
        });
    return "wall/wall";
  }

  @GetMapping("/z/{zone}/layers")
  @ResponseBody
  Map<String, Object> layers(Page page) {
    return Objects.requireNonNull(
        transaction.execute(status -> layers.inPlane(page, Objects.requireNonNull(page.zone()))));
  }

  private List<PanelView> panels(Page page) {
    return panels.stream()
        .map(panel -> new PanelView(panel.programme(), panel.content(page)))
        .toList();
  }

  private List<Goal> goals(Page page) {
    return dossiers.listTargets(Objects.requireNonNull(page.zone())).stream()
        .map(target -> goal(page, target))
        .toList();
  }

  private Goal goal(Page page, Target target) {
    return goalSources.stream()
        .flatMap(source -> source.reached(page, target.title()).stream())
        .findFirst()
        .map(reached -> new Goal(target, reached.figure(), reached.light()))
        .orElseGet(() -> new Goal(target, reached(page, target), null));
  }

  /** No room reports yet: the page says so, and never 0. */
  private static Figure reached(Page page, Target target) {
    String source = target.source().isEmpty() ? page.t("goal.source.none") : target.source();
    return Figure.missing(
        page.t("goal.none"),
        "",
        new Figure.Line(
            page.t("goal.target"),
            target.value().toPlainString() + " " + target.unit() + "，" + target.year(),
            null),
        new Figure.Line(page.t("goal.source"), source, page.in("zone")));
  }
}
