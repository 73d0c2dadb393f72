package org.mujian.projects;

import java.math.BigDecimal;

/** How much of a factor a project needs, in the factor's unit. */
record Need(String factor, BigDecimal amount) {}
