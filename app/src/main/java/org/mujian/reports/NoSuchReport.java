package org.mujian.reports;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Not there, or not this zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchReport extends RuntimeException {

  NoSuchReport(long id) {
    super("本园区没有报告 " + id);
  }
}
