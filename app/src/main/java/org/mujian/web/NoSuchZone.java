package org.mujian.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The zone named does not exist, or is not the account's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchZone extends RuntimeException {

  public NoSuchZone(String code) {
    super("没有园区 " + code + "，或此账号看不到它");
  }
}
