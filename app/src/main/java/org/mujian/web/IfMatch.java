package org.mujian.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Editing without losing another's edit: a thing is sent with {@code ETag: "<version>"} and changed
 * with {@code If-Match} of the same.
 */
public final class IfMatch {

  private IfMatch() {}

  public static String etag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that the client has seen.
   *
   * @throws ErrorResponseException 428 without the header, 412 when it is no version of ours
   */
  public static int version(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw refused(HttpStatus.PRECONDITION_REQUIRED, "修改须带 If-Match 头，值为读取时得到的 ETag");
    }
    if (!header.strip().matches("\"[0-9]{1,9}\"")) {
      throw refused(HttpStatus.PRECONDITION_FAILED, "If-Match 的值 " + header + " 不是读取时得到的 ETag");
    }
    return Integer.parseInt(header.strip().replace("\"", ""));
  }

  /**
   * @throws ErrorResponseException 412 when somebody changed the thing in between
   */
  public static void check(@Nullable String header, int current) {
    int seen = version(header);
    if (seen != current) {
      throw refused(
          HttpStatus.PRECONDITION_FAILED,
          "内容已被别人修改：您看到的是第 %d 版，现在是第 %d 版；请重新读取后再改".formatted(seen, current));
    }
  }

  private static ErrorResponseException refused(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
