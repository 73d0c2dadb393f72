package org.mujian.facts;

import java.util.Locale;

/** Where a fact stands in its review. Only an approved one is a figure for readers. */
public enum State {
  DRAFT("草稿"),
  SUBMITTED("待审"),
  RETURNED("退回"),
  APPROVED("已审");

  private final String words;

  State(String words) {
    this.words = words;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For messages. */
  String words() {
    return words;
  }

  /** The same steps that the database allows. */
  boolean leadsTo(State next) {
    return switch (this) {
      case DRAFT, RETURNED -> next == SUBMITTED;
      case SUBMITTED -> next == APPROVED || next == RETURNED;
      case APPROVED -> false;
    };
  }

  static State of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
