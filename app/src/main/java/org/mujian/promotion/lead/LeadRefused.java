package org.mujian.promotion.lead;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of a lead cannot be done. The message is for people. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class LeadRefused extends RuntimeException {

  public LeadRefused(String message) {
    super(message);
  }
}
