package org.mujian.factors;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A posting as people read it. */
public record LedgerLine(
    long id,
    Instant at,
    String period,
    String kind,
    BigDecimal amount,
    String who,
    String why,
    @Nullable String holder,
    @Nullable LocalDate until) {}
