/**
 * The allocation engine: scarce factors → the best use of them, with a proof of how good it is.
 *
 * <p>Goal: what a committee does by ranking projects and going down the list, done better, with a
 * certified bound and with reasons. Three kernels are useful alone: {@link
 * org.mujian.allocation.knapsack} chooses under many limits, {@link
 * org.mujian.allocation.assignment} places, {@link org.mujian.allocation.schedule} puts works into
 * time. {@link org.mujian.allocation.Planning} chooses projects, places and times them together, by
 * objectives in the order that the user gives, and says why each refused project is out: the limits
 * without which it would fit, how much of each is missing, and from when it would fit. {@link
 * org.mujian.allocation.DropIn} answers at once for one more project beside a plan that stands.
 *
 * <p>Terms: a <em>value</em> is what a solution is worth, or costs; a <em>bound</em> is what no
 * solution can beat, certified in whole numbers; the <em>gap</em> lies between; <em>work</em> is
 * counted in ticks, not in time. A run is an {@link org.mujian.allocation.Effort}: with the same
 * seed, threads and work the same bytes come out, however fast the machine is.
 *
 * <p>Units: whole numbers throughout; the caller keeps the scale.
 *
 * <p>It refuses, naming line and way out ({@link org.mujian.allocation.InstanceRefused}): files cut
 * short, numbers out of range, counts that do not fit. It reads no clock, no file and no database.
 *
 * <p>Literature is named by each kernel.
 */
@NullMarked
package org.mujian.allocation;

import org.jspecify.annotations.NullMarked;
