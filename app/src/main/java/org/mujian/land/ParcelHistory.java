package org.mujian.land;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mujian.store.RowHistory;
import org.mujian.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a parcel: dated acts with their papers, and who recorded what when. */
@Component
@Transactional
class ParcelHistory {

  private static final int MOST = 40;

  private final Parcels parcels;
  private final RowHistory rows;
  private final JdbcClient jdbc;

  ParcelHistory(Parcels parcels, RowHistory rows, JdbcClient jdbc) {
    this.parcels = parcels;
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /** Newest first. */
  List<LandViews.Past> of(Page page, Parcel parcel) {
    List<LandViews.Past> past = new ArrayList<>();
    for (RowHistory.Entry entry : rows.listOf(parcel.zoneId(), keys(parcel), MOST)) {
      past.add(new LandViews.Past(page.time(entry.at()), entry.at(), entry.why(), entry.who()));
    }
    parcels
        .steps(parcel.zoneId(), parcel.id())
        .values()
        .forEach(
            step -> {
              LocalDate done = step.done();
              if (done != null) {
                past.add(dated(done, page.t(word(step)), step.authority() + " " + step.document()));
              }
            });
    parcels
        .connections(parcel.zoneId(), parcel.id())
        .values()
        .forEach(
            c -> {
              LocalDate actual = c.actual();
              if (actual != null) {
                past.add(
                    dated(
                        actual,
                        page.t("land.past.connected", page.t(c.kind().key())),
                        c.evidence()));
              }
            });
    past.sort(Comparator.comparing(LandViews.Past::order).reversed());
    return past.stream().limit(MOST).toList();
  }

  private static LandViews.Past dated(LocalDate day, String what, String who) {
    Instant noon = day.atTime(12, 0).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant();
    return new LandViews.Past(day.toString(), noon, what, who.strip());
  }

  private static String word(Step step) {
    for (LegalStep legal : LegalStep.values()) {
      if (legal.code().equals(step.step())) {
        return legal.key();
      }
    }
    return "land.commitment." + step.step();
  }

  /** The rows that tell of the parcel, and of the works that its connections wait for. */
  private Map<String, List<Long>> keys(Parcel parcel) {
    return Map.of(
        "parcel", List.of(parcel.id()),
        "parcel_step",
            ids("SELECT id FROM parcel_step WHERE zone_id = ? AND parcel_id = ?", parcel),
        "parcel_connection",
            ids("SELECT id FROM parcel_connection WHERE zone_id = ? AND parcel_id = ?", parcel),
        "parcel_reservation",
            ids("SELECT id FROM parcel_reservation WHERE zone_id = ? AND parcel_id = ?", parcel),
        "land_work",
            ids(
                """
                SELECT DISTINCT work_id FROM parcel_connection
                WHERE zone_id = ? AND parcel_id = ? AND work_id IS NOT NULL
                """,
                parcel));
  }

  private List<Long> ids(String sql, Parcel parcel) {
    return jdbc.sql(sql).params(parcel.zoneId(), parcel.id()).query(Long.class).list();
  }
}
