package org.mujian.governance;

import java.util.List;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** The room has no data yet and says so. */
@Component
class GovernancePanel implements Panel {

  @Override
  public int programme() {
    return 6;
  }

  @Override
  public Content content(Page page) {
    return new Content(null, "", null, List.of(), new Todo(page.t("governance.empty"), null, null));
  }
}
