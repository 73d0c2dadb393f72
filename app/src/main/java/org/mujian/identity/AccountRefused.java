package org.mujian.identity;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of an account does not go; the message is for people. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class AccountRefused extends RuntimeException {

  private final String field;

  public AccountRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The form's field that it is about. */
  public String field() {
    return field;
  }

  /** What is wrong. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
