package org.mujian.promotion.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** 线索 → 研判 → 洽谈 → 签约 → 落地, or 放弃 from any of them. */
public enum LeadStage {
  CLUE,
  JUDGING,
  TALKS,
  SIGNED,
  /** It became a project. */
  LANDED,
  DROPPED;

  public static final Set<LeadStage> OPEN = EnumSet.of(CLUE, JUDGING, TALKS, SIGNED);

  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** The stages that may be entered from this one with evidence; 落地 comes by a project only. */
  public Set<LeadStage> next() {
    return switch (this) {
      case CLUE -> EnumSet.of(JUDGING, DROPPED);
      case JUDGING -> EnumSet.of(TALKS, DROPPED);
      case TALKS -> EnumSet.of(SIGNED, DROPPED);
      case SIGNED -> EnumSet.of(LANDED, DROPPED);
      case LANDED, DROPPED -> EnumSet.noneOf(LeadStage.class);
    };
  }

  /** As the database, the API and message keys write it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws LeadRefused naming the code when there is no such stage
   */
  public static LeadStage of(String code) {
    for (LeadStage stage : values()) {
      if (stage.code().equals(code)) {
        return stage;
      }
    }
    throw new LeadRefused("没有“" + code + "”这个阶段，应是 judging、talks、signed、dropped 之一");
  }
}
