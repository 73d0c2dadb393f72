package org.mujian.store;

import java.time.Instant;
import java.util.HexFormat;

/**
 * One link of a zone's chain.
 *
 * @param number from 1, without gaps
 * @param at when the change became known
 * @param hash 64 hex digits; covers the change, its audit rows and all links before
 */
public record Seal(long zone, long number, long change, Instant at, String hash) {

  /** As it is written down on paper: {@code zone:number:hash}. */
  public String line() {
    return zone + ":" + number + ":" + hash;
  }

  byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
