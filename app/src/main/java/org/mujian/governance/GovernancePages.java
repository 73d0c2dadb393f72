package org.mujian.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The room's first page: the running round, by class and by bureau; rounds and schemes. */
@Controller
class GovernancePages {

  private final RoundDesk desk;
  private final Rounds rounds;
  private final Schemes schemes;
  private final Scoring scoring;
  private final TransactionTemplate transaction;

  GovernancePages(
      RoundDesk desk,
      Rounds rounds,
      Schemes schemes,
      Scoring scoring,
      TransactionTemplate transaction) {
    this.desk = desk;
    this.rounds = rounds;
    this.schemes = schemes;
    this.scoring = scoring;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/governance")
  String room(Page page, Model model) {
    Rights.checkRead(page.account());
    transaction.executeWithoutResult(
        s -> {
          long zone = RoundDesk.zone(page);
          Words words = Words.of(page);
          List<StoredScheme.Head> heads = schemes.listAll(zone);
          model.addAttribute("running", running(page, words));
          model.addAttribute("rounds", rounds(page, words, heads));
          model.addAttribute(
              "schemes", heads.stream().map(head -> scheme(page, words, head)).toList());
          model.addAttribute("shipped", heads.stream().anyMatch(StoredScheme.Head::own));
          model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
        });
    return "governance/room";
  }

  private GovernanceViews.@Nullable Running running(Page page, Words words) {
    return rounds
        .findRunning(RoundDesk.zone(page), page.today().getYear())
        .map(round -> scoring.at(round, round.month(page.today())))
        .map(standing -> running(page, words, standing))
        .orElse(null);
  }

  private GovernanceViews.Running running(Page page, Words words, Standing standing) {
    String href = page.in("governance/rounds/" + standing.round().id());
    return new GovernanceViews.Running(
        standing.round().title(),
        standing.scheme().head().own(),
        href,
        standing.month().toString(),
        RoundDesk.light(words, standing),
        RoundDesk.goals(words, standing),
        desk.bureaus(page, standing),
        worst(standing, 8).stream()
            .map(line -> RoundDesk.row(page, words, href, standing, line))
            .toList());
  }

  /** Red indicators, the most points lost first. */
  static List<Standing.Line> worst(Standing standing, int most) {
    List<Standing.Line> red =
        new ArrayList<>(
            standing.lines().stream()
                .filter(l -> RoundDesk.lightCode(l, standing.month()).equals("bad"))
                .toList());
    red.sort(java.util.Comparator.comparing((Standing.Line l) -> l.mark().lost()).reversed());
    return red.stream().limit(most).toList();
  }

  private List<GovernanceViews.RoundLine> rounds(
      Page page, Words words, List<StoredScheme.Head> heads) {
    Map<Long, StoredScheme.Head> byId =
        heads.stream().collect(Collectors.toMap(StoredScheme.Head::id, Function.identity()));
    return rounds.listAll(RoundDesk.zone(page)).stream()
        .map(
            round -> {
              StoredScheme.Head head = byId.get(round.schemeId());
              return new GovernanceViews.RoundLine(
                  round.title(),
                  page.in("governance/rounds/" + round.id()),
                  head == null ? "" : RoundDesk.schemeName(words, head),
                  round.isFrozen()
                      ? words.t("governance.state.frozen", String.valueOf(round.frozenMonth()))
                      : words.t("governance.state.running"),
                  round.sample());
            })
        .toList();
  }

  private static GovernanceViews.SchemeLine scheme(Page page, Words words, StoredScheme.Head head) {
    return new GovernanceViews.SchemeLine(
        RoundDesk.schemeName(words, head),
        page.in("governance/schemes/" + head.id()),
        Words.points(head.points()),
        head.indicators(),
        head.own(),
        head.sample());
  }
}
