package org.mujian.web.wall;

import org.mujian.web.Figure;
import org.mujian.zone.Target;

/** A target of the year and how far it is. */
public record Goal(Target target, Figure reached) {}
