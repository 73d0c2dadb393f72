/**
 * Cases (办件): filed once, their clock moved by events in order, closed by the authority's result.
 */
@NullMarked
package org.mujian.services.cases;

import org.jspecify.annotations.NullMarked;
