package org.mujian.governance;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** Values of the last month that the running rounds still wait for, one item a bureau. */
@Component
class GovernanceToday implements TodaySource {

  private final Rounds rounds;
  private final Scoring scoring;

  GovernanceToday(Rounds rounds, Scoring scoring) {
    this.rounds = rounds;
    this.scoring = scoring;
  }

  @Override
  public List<Item> today(Page page) {
    return rounds.listAll(RoundDesk.zone(page)).stream()
        .filter(round -> !round.isFrozen())
        .flatMap(round -> due(page, round).stream())
        .toList();
  }

  private List<Item> due(Page page, Round round) {
    YearMonth month = round.month(page.today());
    if (!month.isBefore(YearMonth.from(page.today()))) {
      return List.of(); // the month is not over: nothing is due yet
    }
    Standing standing = scoring.at(round, month);
    Map<String, List<Standing.Line>> missing =
        standing.lines().stream()
            .filter(line -> line.mark().reading().value() == null)
            .collect(
                Collectors.groupingBy(
                    line -> line.of().bureau(), LinkedHashMap::new, Collectors.toList()));
    return missing.entrySet().stream()
        .map(
            bureau ->
                new Item(
                    Kind.DUE,
                    page.t(
                        "governance.today",
                        bureau.getValue().size(),
                        bureau.getValue().getFirst().of().name()),
                    round.title() + " " + month,
                    bureau.getKey(),
                    round.due(month),
                    page.in("governance/rounds/" + round.id())
                        + new RoundDesk.Asked(
                                month.toString(), "missing", "", bureau.getKey(), "", "")
                            .with("light", "missing")))
        .toList();
  }
}
