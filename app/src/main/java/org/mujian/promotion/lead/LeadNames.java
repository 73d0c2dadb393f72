package org.mujian.promotion.lead;

/** Stages and acts in the words of refusals and of the trail of changes. */
final class LeadNames {

  private LeadNames() {}

  static String of(LeadStage stage) {
    return switch (stage) {
      case CLUE -> "线索";
      case JUDGING -> "研判";
      case TALKS -> "洽谈";
      case SIGNED -> "签约";
      case LANDED -> "落地";
      case DROPPED -> "放弃";
    };
  }

  static String of(LeadAct act) {
    return switch (act) {
      case RESPOND -> "响应";
      case JUDGE -> "研判意见";
      case REPLY -> "答复企业";
      case REPORT -> "进展报告";
    };
  }
}
