package org.mujian.projects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mujian.allocation.Plan;
import org.mujian.land.Parcels;
import org.mujian.land.Reservations;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.springframework.stereotype.Component;

/** What adopting a plan would take back: said before anybody adopts it. */
@Component
class Releases {

  private final SupplyReading supplies;
  private final Reservations reservations;
  private final Parcels parcels;
  private final Today today;

  Releases(SupplyReading supplies, Reservations reservations, Parcels parcels, Today today) {
    this.supplies = supplies;
    this.reservations = reservations;
    this.parcels = parcels;
    this.today = today;
  }

  List<String> of(long zone, Question question, Plan plan, PlanWords words) {
    List<String> released = new ArrayList<>();
    Map<String, List<Question.Piece>> lots = Packing.of(question, plan);
    for (String id : plan.placed().keySet()) {
      Set<Long> wanted =
          lots.getOrDefault(id, List.of()).stream()
              .map(Question.Piece::id)
              .collect(Collectors.toCollection(HashSet::new));
      if (question.project(id).started()) {
        continue;
      }
      reservations.listHeldBy(zone, Holding.holder(Long.parseLong(id))).stream()
          .filter(held -> !wanted.contains(held.parcelId()))
          .forEach(
              held ->
                  released.add(
                      words.t(
                          "plans.releases.parcel",
                          question.project(id).name(),
                          parcels.get(zone, held.parcelId()).parcel().number())));
    }
    SupplyReading.Books books = supplies.read(zone, ZoneReading.quarters(today.date()));
    for (Question.Asking project : question.projects()) {
      if (!plan.placed().containsKey(project.id())) {
        books.holds().stream()
            .filter(h -> String.valueOf(h.project()).equals(project.id()) && books.isIntention(h))
            .forEach(
                h ->
                    released.add(
                        words.t(
                            "plans.releases.factor",
                            project.name(),
                            h.account().name(),
                            Amounts.plain(h.reservation().amount()),
                            h.account().unit())));
      }
    }
    return released;
  }
}
