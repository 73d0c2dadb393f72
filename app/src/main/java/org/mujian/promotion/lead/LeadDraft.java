package org.mujian.promotion.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a lead when it is opened.
 *
 * @param receivedOn today when null
 */
public record LeadDraft(
    String name,
    @Nullable String creditCode,
    @Nullable Long enterpriseId,
    @Nullable String chain,
    @Nullable String link,
    String source,
    String note,
    @Nullable LocalDate receivedOn) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 2000;

  public LeadDraft {
    name = name.strip();
    source = source.strip();
    note = note.strip();
    creditCode = creditCode == null || creditCode.isBlank() ? null : CodeForm.fold(creditCode);
    chain = chain == null || chain.isBlank() ? null : chain.strip();
    link = link == null || link.isBlank() ? null : link.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new LeadRefused("企业名称要有 1 到 100 个字，现有 " + name.length() + " 个");
    }
    if (source.isEmpty() || source.length() > LONGEST_TEXT) {
      throw new LeadRefused("线索来源不能空，也不能超过 2000 字：写明从哪里得来，例如“展会名片”“图谱候选”");
    }
    if (note.length() > LONGEST_TEXT) {
      throw new LeadRefused("说明最多 2000 字，现有 " + note.length() + " 字");
    }
    if (creditCode != null) {
      CodeForm.check(creditCode);
    }
  }

  LeadDraft knownAs(long enterprise, @Nullable String code) {
    return new LeadDraft(name, code, enterprise, chain, link, source, note, receivedOn);
  }

  /** A lead known by a name only. */
  public static LeadDraft named(String name, String source) {
    return new LeadDraft(name, null, null, null, null, source, "", null);
  }
}
