/** The wall map (挂图作战): first page of a zone. */
@NullMarked
package org.mujian.web.wall;

import org.jspecify.annotations.NullMarked;
