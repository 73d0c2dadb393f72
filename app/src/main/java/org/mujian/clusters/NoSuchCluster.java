package org.mujian.clusters;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** It does not exist or is another zone's: both look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchCluster extends RuntimeException {

  NoSuchCluster(String what) {
    super("没有" + what + "，或此账号看不到它");
  }
}
