package org.mujian.promotion.lead;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The enterprise is already worked on: who holds it and since when. */
@ResponseStatus(HttpStatus.CONFLICT)
public class LeadClaimed extends RuntimeException {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final transient Lead holder;

  LeadClaimed(String asked, Lead holder) {
    super(
        "“%s”已有在办线索：%s（%s），由%s持有，自 %s 起；请与持有人联系，或在其线索上记录进展"
            .formatted(
                asked,
                "线索 " + holder.id(),
                holder.name(),
                holder.owner(),
                WHEN.format(holder.createdAt())));
    this.holder = holder;
  }

  /** The lead that was first. */
  public Lead holder() {
    return holder;
  }
}
