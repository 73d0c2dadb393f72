package org.mujian.documents;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that is being written. */
interface ListFile extends AutoCloseable {

  /** A cell is text, a number, a date ({@code java.time}) or null. */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  @Override
  void close() throws IOException;
}
