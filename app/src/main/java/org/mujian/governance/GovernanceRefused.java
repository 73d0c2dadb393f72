package org.mujian.governance;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A rule forbids it. The message is for people: what, which value, what now. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class GovernanceRefused extends RuntimeException {

  GovernanceRefused(String message) {
    super(message);
  }
}
