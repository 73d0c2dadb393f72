package org.mujian.enterprises;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param total of all pages
 * @param exact false when the total is an upper bound: so many rows hold all pairs of characters of
 *     a long term that they were not read one by one to see whether these stand together
 */
public record EnterpriseList(
    List<Enterprise> items, int page, int size, long total, boolean exact) {}
