package org.mujian.services.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Span;

/**
 * A number that law sets.
 *
 * @param kind {@code limit}, {@code extension}, {@code none}, {@code at-least} or {@code at-most}
 * @param step what it is the time of; empty for the decision itself
 * @param span null for {@code none}
 * @param source where it stands
 * @param checked false while it has not been read in the law's own text (待核)
 */
public record MatterTime(
    String kind,
    String step,
    @Nullable Span span,
    String source,
    LocalDate validFrom,
    boolean checked) {}
