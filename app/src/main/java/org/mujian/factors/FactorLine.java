package org.mujian.factors;

import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/** An account with what it has in the period at hand; null when nothing was supplied for it. */
public record FactorLine(FactorAccount account, @Nullable Balance balance, Light light) {}
