package org.mujian.promotion.lead;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The lead does not exist, or is another zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchLead extends RuntimeException {

  public NoSuchLead(long id) {
    super("没有编号为 " + id + " 的线索，或此账号看不到它");
  }
}
