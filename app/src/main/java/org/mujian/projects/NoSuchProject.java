package org.mujian.projects;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Not there, or not this zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchProject extends RuntimeException {

  NoSuchProject(String what) {
    super("本园区没有" + what);
  }

  static NoSuchProject project(long id) {
    return new NoSuchProject("项目 " + id);
  }
}
