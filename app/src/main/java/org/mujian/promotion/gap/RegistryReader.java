package org.mujian.promotion.gap;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.NameSays;

/**
 * What tagging reads of the enterprises, and nothing more: no form of ownership, and of the name
 * only whether it tells of a works or a shop.
 */
interface RegistryReader {

  /**
   * @param division GB/T 2260
   * @param industry GB/T 4754
   * @param yuan registered capital; null when unknown or in another currency
   * @param year of registration
   */
  record Registered(
      long id,
      @Nullable String division,
      @Nullable String industry,
      @Nullable BigDecimal yuan,
      @Nullable Integer year,
      @Nullable String scope,
      NameSays name) {}

  long count(long zone);

  /** Hands over the enterprises of exactly that zone (0: the shared registry), in any order. */
  void read(long zone, Consumer<Registered> each);
}
