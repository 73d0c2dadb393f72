package org.mujian.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room contributes to the page 今日: what is overdue, due, or waits for approval. */
public interface TodaySource {

  /** All that is open in the page's zone, for whoever answers; called inside a transaction. */
  List<Item> today(Page page);

  /** In which part of the page an item stands when it has no due date. */
  enum Kind {
    DUE,
    APPROVE
  }

  /**
   * @param owner the bureau or person who answers, as typed
   * @param due null for what waits without a date
   * @param note where it belongs: a project, a parcel
   */
  record Item(
      Kind kind, String text, String note, String owner, @Nullable LocalDate due, String href) {}
}
