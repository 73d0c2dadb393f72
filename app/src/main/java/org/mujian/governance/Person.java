package org.mujian.governance;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a post. No more is kept of a person than that.
 *
 * @param department by name; empty for the committee's heads
 * @param accountId with which the person signs in, when known
 */
public record Person(
    long zoneId,
    long id,
    String name,
    String department,
    String post,
    @Nullable Long accountId,
    boolean sample,
    int version) {

  String shown() {
    return name + "（" + post + "）";
  }
}
