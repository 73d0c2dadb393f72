package org.mujian.chain.spark;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.mujian.chain.registry.RegistryCsv;
import org.mujian.chain.registry.RegistryRow;

/** The rows of a register, numbered from 0 as one machine numbers them. */
interface Register {

  /** Done with each row, wherever it is. */
  interface Work<T> extends Serializable {
    void of(long row, RegistryRow it, Consumer<T> out);
  }

  <T> JavaRDD<T> each(Work<T> work);

  /** The credit codes of all rows, part by part. */
  JavaRDD<RowKeys> keys();

  /** How many rows there are, and how many were left out. */
  RegistryCsv.Read read();
}
