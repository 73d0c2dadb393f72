package org.mujian.documents;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than a file may be by its announced length, before a byte of it is read:
 * the API with a problem detail, the page with its own message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

  /** The form around the file. */
  private static final long FORM = 1024 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() <= FileStore.LARGEST + FORM) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().startsWith("/api/")) {
      long limit = FileStore.LARGEST / 1024 / 1024;
      byte[] body =
          """
          {"type":"about:blank","title":"Content Too Large","status":413,"detail":"文件 %d MB，超过 %d MB 的上限；请拆成几份再导入"}
          """
              .formatted(request.getContentLengthLong() / 1024 / 1024, limit)
              .strip()
              .getBytes(StandardCharsets.UTF_8);
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      response.setContentType("application/problem+json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.flushBuffer(); // now, not after the whole body was sent
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + "?too-large");
      response.flushBuffer();
    }
  }
}
