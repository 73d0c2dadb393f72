package org.mujian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test with the whole program on a real PostgreSQL, listening on a port of its own. The server is
 * one for the whole run; each test class begins with a database fresh from the migrated template.
 * {@code admin} signs in with {@link TestDatabase#PASSWORD}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "mujian.data=target/test-data",
      "mujian.admin.password=" + TestDatabase.PASSWORD,
      "mujian.address=127.0.0.1"
    })
@Import(TestDatabase.Configuration.class)
@ExtendWith(TestDatabase.FreshForEachClass.class)
public @interface MujianTest {}
