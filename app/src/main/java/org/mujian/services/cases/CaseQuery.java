package org.mujian.services.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a list of cases is asked for; all of it null is the open ones.
 *
 * @param closed also those that are closed
 * @param agent only those this person accompanies
 * @param words in number, outside number, enterprise or project
 */
public record CaseQuery(
    @Nullable String matter,
    boolean closed,
    @Nullable String agent,
    @Nullable Long enterprise,
    @Nullable String words) {

  public static final CaseQuery OPEN = new CaseQuery(null, false, null, null, null);

  public static CaseQuery ofEnterprise(long enterprise) {
    return new CaseQuery(null, true, null, enterprise, null);
  }
}
