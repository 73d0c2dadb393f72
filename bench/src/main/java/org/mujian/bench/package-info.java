/** Whole-run benchmarks of the packaged program beside their peers. */
@NullMarked
package org.mujian.bench;

import org.jspecify.annotations.NullMarked;
