package org.mujian.promotion;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No chain or link has that code. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchChain extends RuntimeException {

  public NoSuchChain(String code) {
    super("没有代码为 " + code + " 的产业链或环节");
  }
}
