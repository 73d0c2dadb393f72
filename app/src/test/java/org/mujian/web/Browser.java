package org.mujian.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser, as far as tests of pages need one: cookies, forms and their tokens. */
public final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private String token = "";

  public Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  public static Browser signedIn(int port, String username, String password) {
    Browser browser = new Browser(port);
    browser.get("/sign-in");
    browser.post("/sign-in", Map.of("username", username, "password", password));
    browser.get("/sign-in");
    return browser;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  /** A file, as it comes. */
  public byte[] file(String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(base + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What htmx asks for to put in the place of the element with that id. */
  public HttpResponse<String> getPart(String path, String id) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("HX-Request", "true")
            .header("HX-Target", id));
  }

  /** By HTTP Basic, as programs sign in. */
  public HttpResponse<String> getAs(String username, String password, String path) {
    return send(as(username, password, path));
  }

  /**
   * By HTTP Basic too.
   *
   * @param key makes it safe to send again
   */
  public HttpResponse<String> postAs(
      String username, String password, String path, String json, String key) {
    return send(
        as(username, password, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder as(String username, String password, String path) {
    String both = username + ":" + password;
    return HttpRequest.newBuilder(URI.create(base + path))
        .header(
            "Authorization",
            "Basic "
                + java.util.Base64.getEncoder()
                    .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends the form with the token of the page seen last. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
            + "&_csrf="
            + encode(token);
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Where a redirect leads, without the server's own address. */
  public static String target(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElse("")
        .replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Matcher found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
