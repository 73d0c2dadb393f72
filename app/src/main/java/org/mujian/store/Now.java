package org.mujian.store;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, which tests replace. */
@Configuration(proxyBeanMethods = false)
class Now {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
