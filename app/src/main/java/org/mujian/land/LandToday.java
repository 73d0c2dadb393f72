package org.mujian.land;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** Works that should be finished, and intentions that lapse. */
@Component
class LandToday implements TodaySource {

  private final Works works;
  private final Parcels parcels;

  LandToday(Works works, Parcels parcels) {
    this.works = works;
    this.parcels = parcels;
  }

  @Override
  public List<Item> today(Page page) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Stream<Item> unfinished =
        works.list(zone).stream()
            .filter(work -> work.finished() == null)
            .map(
                work ->
                    new Item(
                        Kind.DUE,
                        page.t("land.today.work", work.name()),
                        work.number(),
                        work.contractor(),
                        work.plannedFinish(),
                        page.in("land/works/" + work.id())));
    Stream<Item> lapsing =
        parcels.list(zone).stream()
            .filter(state -> state.reservation() != null)
            .map(state -> lapses(page, state, Objects.requireNonNull(state.reservation())));
    return Stream.concat(unfinished, lapsing).toList();
  }

  private static Item lapses(Page page, ParcelState state, ParcelReservation held) {
    return new Item(
        Kind.DUE,
        page.t("land.today.lapses", state.parcel().number()),
        held.holderName(),
        held.madeBy(),
        held.until(),
        page.in("land/parcels/" + state.parcel().id()));
  }
}
