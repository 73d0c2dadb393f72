package org.mujian.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a kind of list takes back rows that went out with a {@link RowKey} and were changed. */
public interface RowEdits {

  /**
   * The rows as they stand; those that are no more are left out.
   *
   * @return by id
   */
  Map<Long, Current> current(long zone, Collection<Long> ids);

  /**
   * @param values in the order of {@link ImportKind#columns()}, as its readers would read them
   */
  record Current(int version, List<@Nullable String> values) {}

  /**
   * Writes the edits of rows that are still in the version named, in one transaction in which the
   * change of the zone is open.
   *
   * @return how many were written
   */
  int apply(long zone, List<Edit> edits);

  /**
   * @param values the new values of the columns that change, by column key
   */
  record Edit(long id, int version, Map<String, @Nullable String> values) {}
}
