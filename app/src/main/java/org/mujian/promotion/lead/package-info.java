/** Leads (线索): claimed once, worked by the clock, a stage for each piece of evidence. */
@NullMarked
package org.mujian.promotion.lead;

import org.jspecify.annotations.NullMarked;
