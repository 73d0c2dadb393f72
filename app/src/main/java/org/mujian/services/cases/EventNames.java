package org.mujian.services.cases;

import org.mujian.clock.ClockEvent;
import org.mujian.clock.OutOfOrder;

/** Events, states and results in the words of refusals and of the log. */
final class EventNames {

  private EventNames() {}

  static String of(ClockEvent.Kind kind) {
    return switch (kind) {
      case START -> "受理";
      case PAUSE -> "停表";
      case RESUME -> "恢复";
      case EXTEND -> "延长";
      case FINISH -> "办结";
    };
  }

  static String of(Result result) {
    return switch (result) {
      case GRANTED -> "准予";
      case REFUSED -> "不予";
      case WITHDRAWN -> "撤回";
    };
  }

  static String of(Material.State state) {
    return switch (state) {
      case WANTED -> "待交";
      case RECEIVED -> "已收";
      case LATE -> "容缺";
      case PROMISED -> "告知承诺";
    };
  }

  /** Why an event cannot stand there, naming the one before it. */
  static String refusal(OutOfOrder refused) {
    String event = of(refused.event().kind()) + "（" + refused.event().on() + "）";
    ClockEvent last = refused.last();
    String before = last == null ? "" : of(last.kind()) + "（" + last.on() + "）";
    return switch (refused.reason()) {
      case NOT_STARTED -> "还没有受理，不能记录" + event + "：先记录受理";
      case STARTED_ALREADY -> "已经受理过，不能再记录" + event + "；上一事件是" + before;
      case PAUSED_ALREADY -> "已经停表，不能再记录" + event + "：先记录恢复；上一事件是" + before;
      case NOT_PAUSED -> "没有停表，不能记录" + event + "；上一事件是" + before;
      case FINISHED_ALREADY -> "已经办结，不能再记录" + event + "；上一事件是" + before;
      case BEFORE_THE_LAST -> event + "早于上一事件" + before + "：按先后记录，或先撤回上一事件";
    };
  }
}
