/** The handbook, inside the program. */
@NullMarked
package org.mujian.web.help;

import org.jspecify.annotations.NullMarked;
