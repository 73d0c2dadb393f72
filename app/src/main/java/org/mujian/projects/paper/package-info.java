/**
 * Official papers in Word, in the style of GB/T 9704-2012: A4, margins 37/35/28/26 mm, title in 小标宋
 * size 2 (22 pt), body in 仿宋 size 3 (16 pt), 22 lines a page, page numbers outside. Fonts are
 * named, not embedded: Word and WPS bring them. A figure carries a mark [n] that leads to its
 * source at the end.
 */
@NullMarked
package org.mujian.projects.paper;

import org.jspecify.annotations.NullMarked;
