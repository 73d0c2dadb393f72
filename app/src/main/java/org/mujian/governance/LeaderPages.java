package org.mujian.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.mujian.web.Figure;
import org.mujian.web.GoalSource;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.mujian.web.PanelView;
import org.mujian.web.TodaySource;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Target;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The leader's page (晨览): the year's targets, what is red in which room, what is overdue, the score
 * and its movement. It knows the rooms by what they show to all.
 */
@Controller
class LeaderPages {

  private static final int OVERDUE_SHOWN = 8;

  private final List<Panel> panels;
  private final List<GoalSource> goals;
  private final List<TodaySource> sources;
  private final Dossiers dossiers;
  private final Rounds rounds;
  private final Scoring scoring;
  private final TransactionTemplate transaction;

  LeaderPages(
      List<Panel> panels,
      List<GoalSource> goals,
      List<TodaySource> sources,
      Dossiers dossiers,
      Rounds rounds,
      Scoring scoring,
      TransactionTemplate transaction) {
    this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::programme)).toList();
    this.goals = goals;
    this.sources = sources;
    this.dossiers = dossiers;
    this.rounds = rounds;
    this.scoring = scoring;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/leader")
  String leader(Page page, Model model) {
    Rights.checkRead(page.account());
    transaction.executeWithoutResult(
        s -> {
          model.addAttribute("goals", goals(page));
          model.addAttribute("rooms", rooms(page));
          List<GovernanceViews.Late> late = late(page);
          model.addAttribute("late", late.stream().limit(OVERDUE_SHOWN).toList());
          model.addAttribute("lateCount", late.size());
          score(page, model);
        });
    return "governance/leader";
  }

  private List<GovernanceViews.Target> goals(Page page) {
    return dossiers.listTargets(Objects.requireNonNull(page.zone())).stream()
        .map(target -> goal(page, target))
        .toList();
  }

  private GovernanceViews.Target goal(Page page, Target target) {
    String wanted = page.number(target.value().stripTrailingZeros()) + " " + target.unit();
    return goals.stream()
        .flatMap(source -> source.reached(page, target.title()).stream())
        .findFirst()
        .map(
            reached ->
                new GovernanceViews.Target(
                    target.title(), reached.figure(), wanted, reached.light()))
        .orElseGet(
            () ->
                new GovernanceViews.Target(
                    target.title(),
                    Figure.missing(page.t("governance.goal.none"), ""),
                    wanted,
                    null));
  }

  /** Red rooms first, then amber ones; the programmes' order among equals. */
  private List<GovernanceViews.Room> rooms(Page page) {
    List<GovernanceViews.Room> rooms = new ArrayList<>();
    for (Panel panel : panels) {
      Panel.Content content = panel.content(page);
      String room = new PanelView(panel.programme(), content).room();
      rooms.add(
          new GovernanceViews.Room(
              page.t("menu." + room),
              page.in(room),
              content.figure(),
              content.figure() == null && content.todo() != null
                  ? content.todo().text()
                  : content.label(),
              content.light(),
              content.lines()));
    }
    rooms.sort(
        Comparator.comparingInt(
                (GovernanceViews.Room room) ->
                    room.light() == null ? -1 : room.light().state().ordinal())
            .reversed());
    return rooms;
  }

  private List<GovernanceViews.Late> late(Page page) {
    LocalDate today = page.today();
    return sources.stream()
        .flatMap(source -> source.today(page).stream())
        .filter(item -> item.due() != null && item.due().isBefore(today))
        .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.due())))
        .map(
            item ->
                new GovernanceViews.Late(
                    item.text(),
                    item.note(),
                    item.owner(),
                    String.valueOf(item.due()),
                    today.toEpochDay() - Objects.requireNonNull(item.due()).toEpochDay(),
                    item.href()))
        .toList();
  }

  private void score(Page page, Model model) {
    Round round = rounds.findRunning(RoundDesk.zone(page), page.today().getYear()).orElse(null);
    model.addAttribute("score", null);
    if (round == null) {
      return;
    }
    Standing standing = scoring.at(round, round.month(page.today()));
    Words words = Words.of(page);
    String href = page.in("governance/rounds/" + round.id());
    model.addAttribute(
        "score",
        new GovernanceViews.Running(
            round.title(),
            standing.scheme().head().own(),
            href,
            standing.month().toString(),
            RoundDesk.light(words, standing),
            RoundDesk.goals(words, standing),
            List.of(),
            GovernancePages.worst(standing, 5).stream()
                .map(line -> RoundDesk.row(page, words, href, standing, line))
                .toList()));
  }
}
