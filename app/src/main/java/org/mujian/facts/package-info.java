/**
 * Dated facts: subject, measure, value, period, known-at, source; a change never overwrites.
 *
 * <p>A fact is drafted by a bureau, submitted, and approved or returned by a leader. {@link
 * org.mujian.facts.Figures} reads approved facts, now or as known on a day; {@link
 * org.mujian.facts.Facts} records and reviews. Bases (口径) of one measure stand side by side, one of
 * them official; they are never averaged.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Facts",
    allowedDependencies = {"store", "zone", "identity", "web", "documents", "units"})
@NullMarked
package org.mujian.facts;

import org.jspecify.annotations.NullMarked;
