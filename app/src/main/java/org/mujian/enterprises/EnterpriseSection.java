package org.mujian.enterprises;

import gg.jte.Content;
import java.util.Optional;
import org.mujian.web.Page;

/** What a room knows of an enterprise, as a section of its page (一企一档). A room makes one a bean. */
public interface EnterpriseSection {

  /** Sections stand in this order. */
  int order();

  /** Message key of its title. */
  String titleKey();

  /**
   * The section's inside; empty when the room has nothing to say of this enterprise. Called inside
   * a transaction.
   */
  Optional<Content> content(Page page, Enterprise enterprise);
}
