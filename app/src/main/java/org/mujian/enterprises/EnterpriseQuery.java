package org.mujian.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of enterprises is asked for.
 *
 * @param zones whose enterprises are looked through; the shared registry (0) is one of them
 * @param terms folded, all of them to be found: see {@link SearchTerms#termsOf}
 * @param division its {@link org.mujian.zone.Division#prefix}
 * @param industry a code or the beginning of one, with its section's letter
 * @param capitalFrom in yuan; other currencies are never in a range of yuan
 * @param in only those that this zone counts as its own
 * @param page from 1
 */
public record EnterpriseQuery(
    List<Long> zones,
    List<String> terms,
    @Nullable String division,
    @Nullable String industry,
    @Nullable String status,
    @Nullable LocalDate registeredFrom,
    @Nullable LocalDate registeredTo,
    @Nullable BigDecimal capitalFrom,
    @Nullable BigDecimal capitalTo,
    @Nullable Long in,
    Sort sort,
    int page,
    int size) {

  public static final int LARGEST_PAGE = 200;

  /** The orders that can be asked for, and no others. */
  public enum Sort {
    /** Whose name holds the first term first, then the newest. */
    BEST(""),
    NEWEST("registered_on DESC NULLS LAST, enterprise_id"),
    OLDEST("registered_on ASC NULLS LAST, enterprise_id"),
    CAPITAL("capital DESC NULLS LAST, enterprise_id"),
    NAME("initials, enterprise_id");

    final String sql;

    Sort(String sql) {
      this.sql = sql;
    }
  }

  boolean narrows() {
    return !terms.isEmpty()
        || division != null
        || industry != null
        || status != null
        || registeredFrom != null
        || registeredTo != null
        || capitalFrom != null
        || capitalTo != null
        || in != null;
  }
}
