package org.mujian.land;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Parcels and works in the search box. */
@Component
class LandSearch implements SearchSource {

  private final Parcels parcels;
  private final Works works;

  LandSearch(Parcels parcels, Works works) {
    this.parcels = parcels;
    this.works = works;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String titleKey() {
    return "land.search";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Stream<Hit> found =
        new ParcelQuery(null, "", q, null)
            .filter(parcels.list(zone)).stream()
                .map(
                    s ->
                        new Hit(
                            s.parcel().number() + " " + s.parcel().block(),
                            page.t(s.status().key()),
                            page.in("land/parcels/" + s.parcel().id())));
    Stream<Hit> building =
        works.list(zone).stream()
            .filter(work -> (work.name() + work.number()).contains(q))
            .map(
                work ->
                    new Hit(work.name(), page.t("land.works"), page.in("land/works/" + work.id())));
    return Stream.concat(building, found).limit(limit).toList();
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return new ParcelQuery(null, "", q, null).with(page.in("land"), "", "");
  }
}
