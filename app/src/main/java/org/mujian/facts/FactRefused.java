package org.mujian.facts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked no longer fits how the fact stands. The message is for people. */
@ResponseStatus(HttpStatus.CONFLICT)
public class FactRefused extends RuntimeException {

  FactRefused(String message) {
    super(message);
  }
}
