package org.mujian.land;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Area;

/**
 * A parcel (地块).
 *
 * @param chemical whether it is meant for chemical projects
 * @param floorAreaRatioMin and the three after it: conditions of supply, null when not set
 * @param retired whether it was split into others
 */
public record Parcel(
    long zoneId,
    long id,
    String number,
    String block,
    String landUse,
    boolean chemical,
    boolean drawn,
    Area area,
    @Nullable BigDecimal floorAreaRatioMin,
    @Nullable BigDecimal buildingCoefficientMin,
    @Nullable BigDecimal investmentWanPerMu,
    @Nullable BigDecimal taxWanPerMu,
    boolean retired,
    boolean sample,
    int version) {}
