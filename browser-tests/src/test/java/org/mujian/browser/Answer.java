package org.mujian.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/** What the API answered. */
record Answer(int status, JsonElement body) {

  static Answer of(String json) {
    return new Answer(200, JsonParser.parseString(json));
  }

  /** The element at a path such as {@code lead.id} or {@code items.0.number}; empty: all of it. */
  JsonElement at(String path) {
    JsonElement found = body;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      found =
          found.isJsonArray()
              ? found.getAsJsonArray().get(Integer.parseInt(step))
              : found.getAsJsonObject().get(step);
      if (found == null) {
        throw new AssertionError("no " + path + " in " + body);
      }
    }
    return found;
  }

  /** The elements of the list at a path. */
  List<Answer> list(String path) {
    return at(path).getAsJsonArray().asList().stream().map(e -> new Answer(status, e)).toList();
  }

  /** This, when it was done; otherwise the test fails with the reason. */
  Answer done() {
    if (status < 200 || status > 299) {
      throw new AssertionError(status + " " + detail());
    }
    return this;
  }

  long number(String path) {
    return at(path).getAsLong();
  }

  String text(String path) {
    return at(path).getAsString();
  }

  /** Of a problem (RFC 9457) the words, of anything else all of it. */
  String detail() {
    return body instanceof JsonObject object && object.has("detail")
        ? object.get("detail").getAsString()
        : String.valueOf(body);
  }
}
