@NullMarked
package org.mujian.allocation.assignment;

import org.jspecify.annotations.NullMarked;
