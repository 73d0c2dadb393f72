@NullMarked
package org.mujian.allocation.schedule;

import org.jspecify.annotations.NullMarked;
