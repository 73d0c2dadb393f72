package org.mujian.facts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such fact, or it is another zone's or another bureau's draft: all look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchFact extends RuntimeException {

  NoSuchFact(String measure) {
    super("本园区没有代码为 " + measure + " 的自有指标");
  }

  NoSuchFact(long id) {
    super("没有编号 " + id + " 的数据，或此账号看不到它");
  }
}
