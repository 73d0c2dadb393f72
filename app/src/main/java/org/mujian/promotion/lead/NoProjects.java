package org.mujian.promotion.lead;

import org.mujian.units.Money;
import org.springframework.stereotype.Component;

/** Until the projects' room offers to take leads. */
@Component
class NoProjects implements LeadProjects {

  @Override
  public long propose(Lead lead, String name, Money investment) {
    throw new LeadRefused("项目室尚未开放，线索暂不能转为项目");
  }
}
