/**
 * The program. Each package below is a module; {@code docs/architecture.md} tells which is which.
 */
@NullMarked
package org.mujian;

import org.jspecify.annotations.NullMarked;
