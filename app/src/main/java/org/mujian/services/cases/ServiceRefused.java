package org.mujian.services.cases;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of this room cannot be done. The message is for people. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class ServiceRefused extends RuntimeException {

  public ServiceRefused(String message) {
    super(message);
  }
}
