/** Matters (事项): what law gives an authority to decide them, and the calendar it is counted by. */
@NullMarked
package org.mujian.services.matter;

import org.jspecify.annotations.NullMarked;
