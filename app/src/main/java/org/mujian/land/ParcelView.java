package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Language;
import org.mujian.web.Texts;

/**
 * A parcel as the API gives it.
 *
 * @param areaMu rounded to two decimals
 * @param light {@code ok}, {@code warn} or {@code bad}
 */
record ParcelView(
    long id,
    String number,
    String block,
    String use,
    boolean chemical,
    BigDecimal areaM2,
    BigDecimal areaMu,
    String status,
    String commitment,
    boolean landable,
    @Nullable LocalDate supplyableOn,
    boolean supplyableNow,
    String light,
    String reason,
    @Nullable ReservationView reservation,
    boolean sample,
    int version) {

  static ParcelView of(ParcelState state, Texts texts) {
    Parcel parcel = state.parcel();
    ParcelReservation held = state.reservation();
    return new ParcelView(
        parcel.id(),
        parcel.number(),
        parcel.block(),
        parcel.landUse(),
        parcel.chemical(),
        parcel.area().squareMetres(),
        parcel.area().mu(2),
        state.status().code(),
        state.commitment().code(),
        state.landable(),
        state.supplyable().on(),
        state.supplyable().now(),
        state.supplyable().state().style(),
        state.supplyable().reason().in(texts, Language.SIMPLIFIED),
        held == null ? null : ReservationView.of(held),
        parcel.sample(),
        parcel.version());
  }

  /** An intention (意向预留) as the API gives it. */
  record ReservationView(
      long id,
      long parcelId,
      String holder,
      String holderName,
      boolean chemical,
      LocalDate from,
      LocalDate until,
      boolean active,
      @Nullable String endedWhy,
      String madeBy,
      java.time.Instant madeAt) {

    static ReservationView of(ParcelReservation r) {
      return new ReservationView(
          r.id(),
          r.parcelId(),
          r.holder(),
          r.holderName(),
          r.chemical(),
          r.from(),
          r.until(),
          r.active(),
          r.endedWhy(),
          r.madeBy(),
          r.madeAt());
    }
  }
}
