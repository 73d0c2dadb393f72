package org.mujian.land;

import java.util.List;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** The room has no data yet and says so. */
@Component
class LandPanel implements Panel {

  @Override
  public int programme() {
    return 1;
  }

  @Override
  public Content content(Page page) {
    return new Content(null, "", null, List.of(), new Todo(page.t("land.empty"), null, null));
  }
}
