package org.mujian.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's place in a chain.
 *
 * @param role {@code makes}, {@code trades}, {@code serves} or {@code unstated}
 * @param score at most 100
 * @param words that placed it, as its scope has them; {@code starts} says where
 * @param city the first four digits of its division
 */
public record EnterpriseTag(
    long enterpriseId,
    String chain,
    String link,
    String role,
    int score,
    List<String> words,
    List<Integer> starts,
    @Nullable String city) {}
