package org.mujian.promotion.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the clock of a lead asks for. */
public enum LeadAct {
  RESPOND,
  JUDGE,
  REPLY,
  /** Again and again, as long as the lead is open. */
  REPORT;

  /** As the database, the API and message keys write it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws LeadRefused naming the code when there is no such act
   */
  public static LeadAct of(String code) {
    for (LeadAct act : values()) {
      if (act.code().equals(code)) {
        return act;
      }
    }
    throw new LeadRefused("没有“" + code + "”这个动作，应是 respond、judge、reply、report 之一");
  }
}
