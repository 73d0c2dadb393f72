package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address that answers GET, also those not thought of when this was written. */
@MujianTest
class EveryPageIsGuardedTest {

  /** What anybody may see. */
  private static final Set<String> OPEN = Set.of("/sign-in", "/error");

  /** What an enterprise's user may see besides. */
  private static final List<String> OF_EVERYBODY = List.of("/account", "/help", "/portal", "/api/");

  @Autowired ApplicationContext program;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;

  @Test
  void withoutSignInEveryPageAsksForOneAndEveryAnswerCarriesTheContentPolicy() throws Exception {
    new People(program).zone();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : paths()) {
        var answer =
            client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("script-src 'self'")
            .doesNotContain("unsafe");
        if (!OPEN.contains(path)) {
          boolean asks =
              path.startsWith("/api/")
                  ? answer.statusCode() == 401
                  : Browser.target(answer).startsWith("/sign-in");
          assertThat(asks).as("%s answers %s", path, answer).isTrue();
        }
      }
    }
  }

  @Test
  void anEnterprisesUserGetsNoPageOfTheCommittee() {
    People people = new People(program);
    people.account(people.zone(), "walker", Role.ENTERPRISE);
    Browser walker = Browser.signedIn(port, "walker", People.PASSWORD);
    assertThat(Browser.target(walker.get("/"))).isEqualTo("/portal");
    for (String path : paths()) {
      if (!OPEN.contains(path)
          && !path.equals("/")
          && OF_EVERYBODY.stream().noneMatch(path::startsWith)) {
        assertThat(walker.get(path).statusCode()).as(path).isIn(403, 404);
      }
    }
  }

  /** The addresses of our own handlers, with a zone of the test's and 1 for everything else. */
  private Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
              if ((methods.isEmpty() || methods.contains(RequestMethod.GET))
                  && method.getBeanType().getName().startsWith("org.mujian.")) {
                mapping.getPatternValues().stream()
                    .map(path -> path.replace("{zone}", People.code()))
                    .map(path -> path.replaceAll("\\{[^{}]*(\\{[^{}]*\\}[^{}]*)*\\}", "1"))
                    .forEach(paths::add);
              }
            });
    assertThat(paths).contains("/", "/api/v1/status").hasSizeGreaterThan(5);
    return paths;
  }
}
