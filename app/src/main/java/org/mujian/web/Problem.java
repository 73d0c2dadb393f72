package org.mujian.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refusals of the API as problem details (RFC 9457). */
public final class Problem {

  private Problem() {}

  /**
   * @param detail for people: the thing, its value, the way out
   */
  public static ErrorResponseException of(HttpStatus status, String detail) {
    return of(status, detail, Map.of());
  }

  /**
   * @param more further members, for programs
   */
  public static ErrorResponseException of(
      HttpStatus status, String detail, Map<String, Object> more) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    more.forEach(body::setProperty);
    return new ErrorResponseException(status, body, null);
  }
}
