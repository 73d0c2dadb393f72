package org.mujian.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose otherwise than proposed; null leaves it to the program.
 *
 * @param mapping for each column of the kind the column of the file, or -1
 */
record Asked(@Nullable String sheet, @Nullable Long headerRow, @Nullable List<Integer> mapping) {

  static final Asked NOTHING = new Asked(null, null, null);
}
