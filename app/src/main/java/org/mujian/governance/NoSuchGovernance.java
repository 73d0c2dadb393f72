package org.mujian.governance;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Not there, or not this zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchGovernance extends RuntimeException {

  NoSuchGovernance(String what) {
    super("本园区没有" + what);
  }
}
