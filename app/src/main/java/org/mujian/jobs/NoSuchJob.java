package org.mujian.jobs;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The job does not exist, or is another zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchJob extends RuntimeException {

  NoSuchJob(long id) {
    super("没有任务 " + id + "，或此账号看不到它");
  }
}
