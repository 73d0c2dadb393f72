/**
 * How a zone's projects, parcels and factors become a question for the allocation engine, and its
 * answer whole parcels again. Plain code: it reads no database and no clock.
 */
@NullMarked
package org.mujian.projects.plan;

import org.jspecify.annotations.NullMarked;
