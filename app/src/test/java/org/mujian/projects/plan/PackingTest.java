package org.mujian.projects.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Scenario;

/** Whole parcels for those who share a place. */
class PackingTest {

  @Property(tries = 300)
  void whoeverFitsByWhatOptionsTakeCanBeLaidOutInWholeParcels(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 500, max = 30_000) Integer> areas,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 60_000) Integer> needs) {
    Zones zone = Zones.row(areas.size());
    for (int i = 1; i <= areas.size(); i++) {
      int m2 = areas.get(i - 1);
      zone.change(
          i, lot -> Zones.lot((int) lot.id(), m2, lot.use(), false, lot.on(), lot.touches()));
    }
    for (int i = 0; i < needs.size(); i++) {
      zone.project(i + 1, needs.get(i));
    }
    Question question = Mapping.map(zone.state(), PlanAsk.of("方案", 1));
    long left = question.scenario().places().getFirst().room();
    Map<String, Plan.Spot> placed = new TreeMap<>();
    for (Scenario.Project project : question.scenario().projects()) {
      for (Scenario.Option option : project.options()) {
        if (option.takes() <= left) {
          left -= option.takes();
          placed.put(project.id(), new Plan.Spot(option.place(), 0));
        }
      }
    }
    Plan plan = new Plan(new TreeMap<>(placed));
    assertThat(plan.check(question.scenario())).isEmpty();
    Map<String, List<Question.Piece>> given = Packing.of(question, plan);
    Set<Long> once = new HashSet<>();
    List<Long> all = new ArrayList<>();
    given.forEach(
        (id, lots) -> {
          long area = lots.stream().mapToLong(Question.Piece::areaM2).sum();
          assertThat(area).isGreaterThanOrEqualTo(needs.get(Integer.parseInt(id) - 1));
          lots.forEach(lot -> all.add(lot.id()));
        });
    once.addAll(all);
    assertThat(all).hasSize(once.size());
    assertThat(given.keySet()).isEqualTo(placed.keySet());
  }

  @Test
  void oneAloneGetsTheRunThatWastesLeast() {
    List<Question.Piece> lots = List.of(piece(1, 30), piece(2, 10), piece(3, 12), piece(4, 40));
    assertThat(Packing.closest(lots, 20)).extracting(Question.Piece::id).containsExactly(2L, 3L);
    assertThat(Packing.closest(lots, 35)).extracting(Question.Piece::id).containsExactly(1L, 2L);
  }

  private static Question.Piece piece(long id, long m2) {
    return new Question.Piece(id, "A-" + id, m2, java.math.BigDecimal.ZERO);
  }
}
