package org.mujian.services.cases;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Not there, another zone's, or another enterprise's: the three look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchCase extends RuntimeException {

  public NoSuchCase(String what) {
    super("没有" + what + "，或此账号看不到它");
  }
}
