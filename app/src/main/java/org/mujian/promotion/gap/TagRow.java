package org.mujian.promotion.gap;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Tag;

/** A tag on its way into the store. */
record TagRow(
    String chain,
    long enterpriseId,
    @Nullable String city,
    @Nullable BigDecimal yuan,
    @Nullable Integer year,
    Tag tag) {}
