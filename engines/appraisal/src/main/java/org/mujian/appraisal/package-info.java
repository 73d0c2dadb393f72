/**
 * The appraisal engine: a scheme as data and the values read → points, each with its reason.
 *
 * <p>Goal: what a committee of assessors does with a table of indicators, done the same way every
 * time and explained. {@link org.mujian.appraisal.Scheme} is classes of indicators whose points add
 * up; {@link org.mujian.appraisal.Rule} is how one indicator earns its points; {@link
 * org.mujian.appraisal.Appraisal} scores {@link org.mujian.appraisal.Reading}s into a {@link
 * org.mujian.appraisal.Score}.
 *
 * <p>Terms: <em>points</em> are what an indicator can earn; <em>earned</em> is known; <em>open</em>
 * are the points of indicators without a value: neither earned nor lost, never 0; <em>share</em> is
 * a part of the points, 1 = all.
 *
 * <p>Units: values, targets and bases of one indicator are in one unit, which the caller keeps.
 * Points are rounded half up to {@value org.mujian.appraisal.Appraisal#DECIMALS} decimals, once for
 * each indicator, and then only added.
 *
 * <p>It refuses a scheme whose points do not add up to what is declared (saying the sums by class),
 * a code used twice, terms that make no rule, and readings of indicators that the scheme does not
 * have. All types are immutable and safe for any thread.
 *
 * <p>Sources of the rules: published appraisals of development zones (completion of a target;
 * reverse indicators; reaching the base year earns 80 % of the points and each 5 % of growth one
 * more; absolute bands; deductions). What they leave open is decided in the rules' own words.
 */
@NullMarked
package org.mujian.appraisal;

import org.jspecify.annotations.NullMarked;
