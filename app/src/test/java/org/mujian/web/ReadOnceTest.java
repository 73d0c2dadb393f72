package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ReadOnceTest {

  private final ReadOnce once = new ReadOnce();
  private final AtomicInteger reads = new AtomicInteger();

  @AfterEach
  void leave() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void aReadingRequestReadsOnceForEachQuestion() {
    during("GET");
    assertThat(List.of(ask("a"), ask("a"), ask("b"), ask("a"))).containsExactly(1, 1, 2, 1);
    during("GET");
    assertThat(ask("a")).as("the next request").isEqualTo(3);
  }

  @Test
  void aRequestThatMayWriteAndAThreadWithoutOneReadAnew() {
    assertThat(List.of(ask("a"), ask("a"))).containsExactly(1, 2);
    during("POST");
    assertThat(List.of(ask("a"), ask("a"))).containsExactly(3, 4);
  }

  @Test
  void readingMayAskForOtherThings() {
    during("GET");
    int answer = once.get(List.of("outer"), () -> 10 * once.get(List.of("inner"), () -> 7));
    assertThat(answer).isEqualTo(70);
  }

  private int ask(String what) {
    return once.get(List.of(ReadOnceTest.class, what), reads::incrementAndGet);
  }

  private static void during(String method) {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest(method, "/")));
  }
}
