package org.mujian.projects;

import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/**
 * A project of a zone.
 *
 * @param code the national project code (项目代码), its legal key; null before filing
 * @param provisional our own number until then: year and sequence
 * @param enterpriseId opaque; null while the firm is not in the registry
 * @param leader the leader who answers for it (包保领导)
 * @param bureau the lead bureau
 * @param phaseOf the project of which this is a later phase, or null
 * @param leadRef the promotion lead it came from, or null
 */
public record Project(
    long zoneId,
    long id,
    @Nullable String code,
    String provisional,
    String name,
    @Nullable Long enterpriseId,
    String enterpriseName,
    String content,
    Money investment,
    String leader,
    String bureau,
    @Nullable Long phaseOf,
    @Nullable String leadRef,
    int version) {

  /** The code, or the provisional number marked as such. */
  public String shownCode() {
    return code == null ? "暂 " + provisional : code;
  }
}
