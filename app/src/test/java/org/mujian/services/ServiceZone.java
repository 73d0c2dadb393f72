package org.mujian.services;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mujian.enterprises.Draft;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.identity.People;
import org.mujian.store.Scope;
import org.springframework.context.ApplicationContext;

/** A zone with enterprises of its own, for tests of this room. */
public record ServiceZone(ApplicationContext program, long zone, String code) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  public static ServiceZone make(ApplicationContext program) {
    long zone = new People(program).zone();
    return new ServiceZone(program, zone, People.code());
  }

  public Enterprise enterprise(String name) {
    return as(
        "测试",
        () ->
            program
                .getBean(Enterprises.class)
                .create(
                    zone,
                    new Draft(
                        null,
                        name + COUNT.incrementAndGet(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "测试",
                        false)));
  }

  public <T> T as(String who, Callable<T> work) {
    return in(new Scope(7, who, List.of(zone), null, false), work);
  }

  /** As the user of an enterprise. */
  public <T> T asEnterprise(@Nullable Long enterprise, Callable<T> work) {
    return in(new Scope(8, "企业用户", List.of(zone), enterprise, false), work);
  }

  private static <T> T in(Scope scope, Callable<T> work) {
    try {
      return scope.call(work::call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
