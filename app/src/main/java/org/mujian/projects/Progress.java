package org.mujian.projects;

import java.time.Instant;
import java.time.YearMonth;
import org.mujian.units.Money;

/** Investment done since New Year as of the end of a month, with who said so. */
record Progress(
    long projectId, YearMonth month, Money done, String source, Instant at, String who) {}
