package org.mujian.services.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Span;

/**
 * What a zone's authority has promised in public (承诺时限).
 *
 * @param authority the bureau that decides
 * @param span null when only the bureau is named
 */
public record Promise(
    String authority, @Nullable Span span, String source, LocalDate validFrom, boolean sample) {}
