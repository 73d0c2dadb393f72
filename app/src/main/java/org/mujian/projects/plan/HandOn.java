package org.mujian.projects.plan;

import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Scenario;

/**
 * What people decided of a project before the search.
 *
 * @param parcel number of one that it must have; null: wherever it fits
 */
public record HandOn(long project, Scenario.Hand hand, @Nullable String parcel) {}
