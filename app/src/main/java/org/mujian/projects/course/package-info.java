/**
 * The course of projects as plain arithmetic: stages in order, the evidence an entry needs, what
 * counts for a year, and each project's light with its reason. No database, no page.
 *
 * <p>Terms: a <em>stage</em> is entered on a day, once; a <em>batch</em> counts the entries of a
 * year; <em>stock</em> (续建) was started before the year and not completed before it. Days are of
 * Asia/Shanghai.
 */
@NullMarked
package org.mujian.projects.course;

import org.jspecify.annotations.NullMarked;
