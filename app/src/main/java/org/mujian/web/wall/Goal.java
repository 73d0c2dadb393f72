package org.mujian.web.wall;

import org.jspecify.annotations.Nullable;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.zone.Target;

/**
 * A target of the year and how far it is.
 *
 * @param light null when no room counts it yet
 */
public record Goal(Target target, Figure reached, @Nullable Light light) {}
