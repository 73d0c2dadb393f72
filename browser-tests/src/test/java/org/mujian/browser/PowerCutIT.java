package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} in the middle of an import: nothing half done, and the next start is clean. */
@ExtendWith(House.class)
@Order(7)
class PowerCutIT {

  private static final int ROWS = 20_000;

  @Test
  void anImportCutShortIsFinishedByTheNextStartWholeOrNotAtAll(Program program) throws IOException {
    String job =
        field(
            program.postCsv("/api/v1/imports?kind=enterprises", "big.csv", Registry.large(ROWS)),
            "id");
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (state(program, job).equals("queued") || done(program, job) == 0) {
      assertThat(Instant.now()).as("the import begins").isBefore(patience);
      Program.pause();
    }
    String cutIn = state(program, job);
    program.kill();
    assertThat(cutIn).as("cut in the middle, not after the end").isEqualTo("running");

    program.launch();
    patience = Instant.now().plus(Duration.ofSeconds(120));
    while (!state(program, job).equals("done")) {
      // At no moment is a part of the file there.
      assertThat(found(program)).isIn(0L, (long) ROWS);
      assertThat(state(program, job)).isIn("queued", "running", "done");
      assertThat(Instant.now()).as("the next start finishes the import").isBefore(patience);
      Program.pause();
    }
    assertThat(found(program)).isEqualTo(ROWS);
    assertThat(field(program.get("/api/v1/jobs/" + job), "accepted"))
        .isEqualTo(Integer.toString(ROWS));
  }

  private static String state(Program program, String job) throws IOException {
    return field(program.get("/api/v1/jobs/" + job), "state");
  }

  private static long done(Program program, String job) throws IOException {
    return Long.parseLong(field(program.get("/api/v1/jobs/" + job), "done"));
  }

  private static long found(Program program) throws IOException {
    return Long.parseLong(
        field(
            program.get("/api/v1/enterprises?q=%E6%96%AD%E7%94%B5%E8%AF%95%E9%AA%8C&size=1"),
            "total"));
  }

  private static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
    assertThat(matcher.find()).as(name + " in " + json).isTrue();
    return matcher.group(1);
  }
}
