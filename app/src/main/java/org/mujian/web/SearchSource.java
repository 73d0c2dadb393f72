package org.mujian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module contributes to the search box (Ctrl-K). */
public interface SearchSource {

  /** Sources are shown in this order. */
  int order();

  /** Message key of the group's title. */
  String titleKey();

  /** The best {@code limit} hits in the page's zone; called inside a transaction. */
  List<Hit> search(Page page, String q, int limit);

  /** The module's own list for the same words, or null. */
  @Nullable String allHref(Page page, String q);

  /**
   * @param note what tells it from others of the name: a code, a place; may be empty
   */
  record Hit(String text, String note, String href) {}
}
