/**
 * Which enterprises stand in which link: tags written by a job, what they say of a city against its
 * province, and whom to look for elsewhere.
 */
@NullMarked
package org.mujian.promotion.gap;

import org.jspecify.annotations.NullMarked;
