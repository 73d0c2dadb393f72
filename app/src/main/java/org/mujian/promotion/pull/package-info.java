/** Pull-through (引一牵百): a zone's input-output table, and what a leader draws by it. */
@NullMarked
package org.mujian.promotion.pull;

import org.jspecify.annotations.NullMarked;
