/**
 * The chain engine on Apache Spark: a register of any size tagged, encoded and profiled by the very
 * classes of {@code org.mujian.chain}, with the same answers as on one machine.
 *
 * <p>A register is a CSV file, a folder of them, or Parquet; what is written is Parquet. Rows are
 * numbered as one machine numbers them, so that a later row with the same credit code replaces the
 * earlier, wherever the two are read. No answer depends on how the work is cut or who does it: a
 * machine that fails is replaced by Spark, and its part is done again.
 */
@NullMarked
package org.mujian.chain.spark;

import org.jspecify.annotations.NullMarked;
