package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import org.mujian.projects.dispatch.Change;
import org.mujian.projects.dispatch.Outcome;
import org.mujian.projects.dispatch.Resemblance;
import org.mujian.projects.dispatch.Sheet;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out a returned table for its page. */
@Component
@Transactional(readOnly = true)
class DispatchDesk {

  private final Dispatch dispatch;
  private final Situations situations;

  DispatchDesk(Dispatch dispatch, Situations situations) {
    this.dispatch = dispatch;
    this.situations = situations;
  }

  DispatchView view(Page page, Returned returned) throws Sheet.NotATable {
    if (!returned.waits()) {
      return new DispatchView(
          returned.id(),
          returned.name(),
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0,
          0,
          returned.outcome() == null ? List.of() : returned.outcome().lines().toList());
    }
    long zone = ProjectPages.zone(page);
    Dispatch.Compared compared = dispatch.compare(zone, returned.cells());
    Situation situation = situations.get(zone);
    List<DispatchView.Row> rows = new ArrayList<>();
    List<DispatchView.Asked> asked = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    int same = 0;
    for (Outcome outcome : compared.outcomes()) {
      switch (outcome) {
        case Outcome.Changed changed -> rows.add(row(page, situation, changed));
        case Outcome.Same unchanged -> same++;
        case Outcome.Refused no ->
            refused.add(page.t("projects.dispatch.row", no.line().row()) + " " + no.reason());
        case Outcome.Unknown unknown -> asked.add(asked(page, unknown));
        case Outcome.Absent gone -> absent.add(gone.known().name());
      }
    }
    int ready =
        (int)
            rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(DispatchView.Cell::ready)
                .count();
    return new DispatchView(
        returned.id(),
        returned.name(),
        true,
        rows,
        asked,
        refused,
        absent,
        compared.sheet().strange(),
        same,
        ready,
        List.of());
  }

  private static DispatchView.Row row(Page page, Situation situation, Outcome.Changed changed) {
    long id = changed.known().key().project();
    Words words = Words.of(page);
    List<DispatchView.Cell> cells =
        changed.changes().stream().map(change -> cell(id, change)).toList();
    return new DispatchView.Row(
        changed.line().row(),
        id,
        changed.known().name(),
        changed.known().code(),
        situation.find(id).map(line -> words.light(line.verdict())).orElse(null),
        changed.stale(),
        cells.stream().anyMatch(cell -> cell.ready() || cell.question() != null),
        cells);
  }

  private static DispatchView.Cell cell(long id, Change change) {
    return new DispatchView.Cell(
        change.column().header(),
        change.before(),
        change.after(),
        change.reason(),
        change.state() == Change.State.READY,
        change.state() == Change.State.ASK_UNIT ? "unit-" + id + "." + change.column() : null);
  }

  private static DispatchView.Asked asked(Page page, Outcome.Unknown unknown) {
    return new DispatchView.Asked(
        unknown.line().row(),
        unknown.line().cell(org.mujian.projects.dispatch.Column.NAME),
        unknown.line().cell(org.mujian.projects.dispatch.Column.ENTERPRISE),
        unknown.resembling().stream().map(like -> like(page, like)).toList());
  }

  private static DispatchView.Like like(Page page, Resemblance like) {
    List<String> why = new ArrayList<>();
    if (like.sameCode()) {
      why.add(page.t("projects.dispatch.same-code"));
    }
    if (like.sameEnterprise()) {
      why.add(page.t("projects.dispatch.same-enterprise"));
    }
    if (like.likeness() >= 0.2) {
      why.add(page.t("projects.dispatch.like-name"));
    }
    return new DispatchView.Like(
        like.known().key().project(),
        like.known().name(),
        String.join(page.t("projects.missing.and"), why));
  }
}
