package org.mujian.governance;

import java.util.List;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** The room on the wall map: the score of the running round, and what costs it most. */
@Component
class GovernancePanel implements Panel {

  private static final int LINES = 3;

  private final Rounds rounds;
  private final Scoring scoring;

  GovernancePanel(Rounds rounds, Scoring scoring) {
    this.rounds = rounds;
    this.scoring = scoring;
  }

  @Override
  public int programme() {
    return 6;
  }

  @Override
  public Content content(Page page) {
    Round round = rounds.findRunning(RoundDesk.zone(page), page.today().getYear()).orElse(null);
    if (round == null) {
      return new Content(
          null,
          "",
          null,
          List.of(),
          new Todo(page.t("governance.empty"), page.t("governance.start"), page.in("governance")));
    }
    Standing standing = scoring.at(round, round.month(page.today()));
    Words words = Words.of(page);
    List<Line> lines =
        GovernancePages.worst(standing, LINES).stream()
            .map(
                line ->
                    new Line(
                        line.of().name()
                            + " "
                            + words.light(line.verdict(standing.month()), line.mark()).reason(),
                        line.of().bureau()))
            .toList();
    return new Content(
        Words.points(standing.score().known()),
        page.t(
            standing.scheme().head().own()
                ? "governance.panel.label.own"
                : "governance.panel.label",
            Words.points(standing.scheme().head().points()),
            standing.month().getMonthValue(),
            Words.points(standing.score().open())),
        RoundDesk.light(words, standing),
        lines,
        null);
  }
}
