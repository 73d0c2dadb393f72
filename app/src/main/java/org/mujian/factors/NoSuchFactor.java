package org.mujian.factors;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The account or reservation does not exist, or is another zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchFactor extends RuntimeException {

  NoSuchFactor(String what) {
    super("没有" + what + "，或此账号看不到它");
  }
}
