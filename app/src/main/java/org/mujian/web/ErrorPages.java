package org.mujian.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container or the security chain refused before any controller was reached. */
@Controller
class ErrorPages implements ErrorController {

  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 413, 500);

  private final PageAdvice pages;
  private final DataSize largest;

  ErrorPages(
      PageAdvice pages, @Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
    this.pages = pages;
    this.largest = largest;
  }

  /** The message key's last part for a status: the statuses without words of their own share. */
  static String kind(int status) {
    return TOLD.contains(status) ? String.valueOf(status) : status < 500 ? "400" : "500";
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    int status = status(request);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(ProblemDetail.forStatus(status));
    }
    Page page = pages.pageInAnyCase(request);
    String kind = status == 403 && expired(request) ? "expired" : kind(status);
    String value = value(request, status, path);
    Trouble trouble = Trouble.of(page, status, kind, value);
    return new ModelAndView(
        "web/trouble", Map.of("page", page, "trouble", trouble), HttpStatusCode.valueOf(status));
  }

  private static String value(HttpServletRequest request, int status, String path) {
    if (status >= 500
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return Failures.logged(failure, path);
    }
    return path.equals("null") || path.equals("/error") ? "" : path;
  }

  private int status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer given ? given : 404;
    // Of a body that is too large nothing is read, the token against forgery neither.
    return status == 403 && request.getContentLengthLong() > largest.toBytes() ? 413 : status;
  }

  /** A form whose token is missing or of another session: signed out meanwhile, or not our form. */
  private static boolean expired(HttpServletRequest request) {
    return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
  }
}
