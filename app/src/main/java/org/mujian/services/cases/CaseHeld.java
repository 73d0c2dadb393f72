package org.mujian.services.cases;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The same case is there already: which, and who accompanies it. */
@ResponseStatus(HttpStatus.CONFLICT)
public class CaseHeld extends RuntimeException {

  private final transient Case holder;

  CaseHeld(String why, Case holder) {
    super(
        "%s：办件 %s，%s，帮代办 %s，自 %s 起%s；请在该办件上继续"
            .formatted(
                why,
                holder.number(),
                holder.enterpriseName(),
                holder.agent(),
                holder.openedOn(),
                holder.isOpen() ? "在办" : "，已办结"));
    this.holder = holder;
  }

  /** The case that was first. */
  public Case holder() {
    return holder;
  }
}
