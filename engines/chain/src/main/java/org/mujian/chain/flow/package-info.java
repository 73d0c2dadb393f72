/**
 * What one producer draws after it (引一牵百): input-output analysis joined with a chain.
 *
 * <p>{@link org.mujian.chain.flow.InputOutput} is a table of who sells how much to whom, in one
 * unit. Leontief's inverse tells what all sectors must make so that one can deliver; Ghosh's, read
 * as what a sector's output lets its buyers make, is a description of links and no forecast (its
 * theory is disputed: Oosterhaven 1988). {@link org.mujian.chain.flow.PullThrough} gives the demand
 * to links of an atlas. Literature: Miller and Blair, Input-Output Analysis, 2009.
 *
 * <p>Sparse and direct ({@link org.mujian.chain.flow.Lu}: partial pivoting along non-zeros, one
 * refinement): a table is solved or known to be singular, never guessed at. Tables of some thousand
 * sectors; dense ones take the cube of their size. {@link org.mujian.chain.flow.TableCsv} reads
 * tables of one's own. Refused: tables that are not square, negative outputs, sectors without any
 * output that others need, singular tables.
 */
@NullMarked
package org.mujian.chain.flow;

import org.jspecify.annotations.NullMarked;
