package org.mujian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** A command on this machine is an administrator; nobody else becomes one this way. */
@MujianTest
class LocalKeyTest {

  @Autowired LocalKey key;
  @Autowired Accounts accounts;
  @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void theKeyOpensTheApi() throws Exception {
    assertThat(status("/api/v1/status", key.secret(), null)).isEqualTo(200);
  }

  @Test
  void anotherKeyDoesNot() throws Exception {
    assertThat(status("/api/v1/status", key.secret().replaceFirst(".", "x"), null)).isEqualTo(401);
    assertThat(status("/api/v1/status", "", null)).isEqualTo(401);
  }

  @Test
  void aRequestThroughAProxyDoesNotWhateverAddressItClaims() throws Exception {
    assertThat(status("/api/v1/status", key.secret(), "127.0.0.1")).isEqualTo(401);
    assertThat(status("/api/v1/status", key.secret(), "10.0.0.9")).isEqualTo(401);
  }

  @Test
  void theKeyOpensNoPage() throws Exception {
    assertThat(status("/", key.secret(), null)).isEqualTo(302);
  }

  @Test
  void aRequestFromAnotherMachineDoesNot() throws Exception {
    assertThat(signsIn("10.0.0.9", "10.0.0.1")).isFalse();
    assertThat(signsIn("10.0.0.1", "10.0.0.1")).isTrue();
    assertThat(signsIn("::1", "::1")).isTrue();
  }

  private boolean signsIn(String from, String to) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(from);
    request.setLocalAddr(to);
    request.addHeader("Authorization", LocalKey.SCHEME + " " + key.secret());
    TrueSender.note(request);
    try {
      new LocalKeyFilter(key, accounts, jdbc)
          .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
      return SecurityContextHolder.getContext().getAuthentication() != null;
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private int status(String path, String secret, @org.jspecify.annotations.Nullable String claimed)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", LocalKey.SCHEME + " " + secret);
    if (claimed != null) {
      request.header("X-Forwarded-For", claimed);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
