package org.mujian.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Remembers answers for the rest of one reading request: the panels, layers and goals of a page ask
 * for the same things. A request that may write, and a thread without a request, reads anew each
 * time. What is remembered must not be changed by those who get it.
 */
@Component
public class ReadOnce {

  private static final String HERE = ReadOnce.class.getName();

  /**
   * @param key what is asked: who answers, the question, and all that the answer depends on
   */
  @SuppressWarnings("unchecked") // the key names the one who asks, so the type is always the same
  public <T> T get(List<?> key, Supplier<T> read) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
        || !request.getRequest().getMethod().equals("GET")) {
      return read.get();
    }
    Map<List<?>, Object> known = (Map<List<?>, Object>) request.getRequest().getAttribute(HERE);
    if (known == null) {
      known = new HashMap<>();
      request.getRequest().setAttribute(HERE, known);
    }
    Object answer = known.get(key);
    if (answer == null) {
      answer = read.get(); // not by computeIfAbsent: reading may ask for other things
      known.put(key, answer);
    }
    return (T) answer;
  }
}
