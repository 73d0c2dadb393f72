package org.mujian.enterprises;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The enterprise does not exist, or is not the zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchEnterprise extends RuntimeException {

  NoSuchEnterprise(long id) {
    super("没有编号为 " + id + " 的企业，或此账号看不到它");
  }
}
