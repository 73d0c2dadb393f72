/** The atlases of the chain engine, as the room uses them. */
@NullMarked
package org.mujian.promotion.chain;

import org.jspecify.annotations.NullMarked;
