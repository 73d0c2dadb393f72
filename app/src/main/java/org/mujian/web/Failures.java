package org.mujian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What nobody else handled: a page that says what, why and what now, or a problem detail under
 * {@code /api}. Never a stack trace; a failure of ours gets a number that stands in the log.
 */
@ControllerAdvice
@Order
class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final PageAdvice pages;

  Failures(PageAdvice pages) {
    this.pages = pages;
  }

  @ExceptionHandler(Exception.class)
  Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (failure instanceof AccessDeniedException) {
      throw failure; // the security chain knows whether to ask for a sign-in or to refuse
    }
    if (response.isCommitted()) {
      throw failure; // a download that broke half-way: nothing to say any more
    }
    HttpStatus status = status(failure);
    String value =
        status.is5xxServerError()
            ? logged(failure, request.getRequestURI())
            : value(failure, request);
    return request.getRequestURI().startsWith("/api/")
        ? problem(failure, status, value)
        : page(request, status, value);
  }

  private static HttpStatus status(Exception failure) {
    if (failure instanceof MaxUploadSizeExceededException) {
      return HttpStatus.CONTENT_TOO_LARGE;
    }
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      // A word where a page's address has a number: there is no such page.
      return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
          ? HttpStatus.NOT_FOUND
          : HttpStatus.BAD_REQUEST;
    }
    if (failure instanceof ErrorResponse response) {
      HttpStatus status = HttpStatus.resolve(response.getStatusCode().value());
      return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
    ResponseStatus annotated =
        AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
    return annotated == null ? HttpStatus.INTERNAL_SERVER_ERROR : annotated.code();
  }

  /** The message of an exception of ours is written for people; of a framework's it is not. */
  private static String value(Exception failure, HttpServletRequest request) {
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      return mismatch.getName() + " 不能是 " + mismatch.getValue();
    }
    boolean ours = failure.getClass().getName().startsWith("org.mujian.");
    String message = failure.getMessage();
    return ours && message != null ? message : request.getRequestURI();
  }

  /** The number under which the log has it. */
  static String logged(Throwable failure, String path) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Failure {} at {}", number, path, failure);
    return number;
  }

  private ModelAndView page(HttpServletRequest request, HttpStatus status, String value) {
    Page page = pages.pageInAnyCase(request);
    Trouble trouble = Trouble.of(page, status.value(), ErrorPages.kind(status.value()), value);
    return new ModelAndView("web/trouble", Map.of("page", page, "trouble", trouble), status);
  }

  private static ResponseEntity<ProblemDetail> problem(
      Exception failure, HttpStatus status, String value) {
    ProblemDetail problem =
        failure instanceof ErrorResponse response
            ? response.getBody()
            : ProblemDetail.forStatusAndDetail(status, detail(status, value));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String detail(HttpStatus status, String value) {
    return switch (status) {
      case INTERNAL_SERVER_ERROR -> "程序出错，编号 " + value + "；请把编号告诉管理员，日志里可按它查找";
      case CONTENT_TOO_LARGE -> "文件超过 200 MB；请拆分后再上传";
      default -> value;
    };
  }
}
