package org.mujian.clusters;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something that the room's rules forbid, said for people: the thing, its value, the way out. */
@ResponseStatus(HttpStatus.CONFLICT)
public class ClusterRefused extends RuntimeException {

  private final String field;

  /**
   * @param field of the form that shows it
   */
  ClusterRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  String field() {
    return field;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
