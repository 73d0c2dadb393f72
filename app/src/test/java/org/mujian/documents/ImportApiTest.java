package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.store.Credentials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A file goes in by one call and comes out as rows, counts and reasons. */
@MujianTest
class ImportApiTest {

  private static final String HEADER = "器具名称,编号,数量,购入日期\n";

  private final Api api;

  @Autowired
  ImportApiTest(Environment environment) {
    this.api = new Api(environment);
  }

  @BeforeAll
  static void makeTable(@Autowired Credentials credentials) throws SQLException {
    Gadgets.createTable(credentials);
  }

  @BeforeEach
  void letCommit() {
    Gadgets.hold = null;
  }

  @Test
  void goodRowsAreCommittedAndBadOnesAreCountedByReason() {
    JsonNode job = send("甲,A1,3,\n,A2,4,\n乙,A3,很多,\n丙,A4\n\n丁,A5,6,\n", "one.csv");
    assertThat(job.get("state").asString()).isEqualTo("done");
    assertThat(job.get("accepted").asLong()).isEqualTo(2);
    assertThat(job.get("rejected").asLong()).isEqualTo(3);
    JsonNode report = job.get("report");
    assertThat(report.get("rows").asLong()).isEqualTo(5);
    assertThat(report.get("blankRows").asLong()).isEqualTo(1);
    assertThat(report.get("inserted").asLong()).isEqualTo(2);
    assertThat(report.get("encoding").asString()).isEqualTo("UTF-8");
    assertThat(report.get("headerRow").asLong()).isEqualTo(1);
    for (String reason : List.of("amount-unreadable", "field-count", "gadget-missing")) {
      assertThat(report.get("reasons").get(reason).asLong()).as(reason).isEqualTo(1);
    }
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    JsonNode first = send("戊,B1,3,\n己,B2,4,\n", "two.csv");
    JsonNode second = send("戊,B1,3,\n己,B2,4,\n", "two-again.csv");
    assertThat(first.get("report").get("inserted").asLong()).isEqualTo(2);
    assertThat(second.get("report").get("inserted").asLong()).isZero();
    assertThat(second.get("report").get("unchanged").asLong()).isEqualTo(2);
  }

  @Test
  void theSameFileAtTheSameTimeIsToldSoWithTheRunningJob() {
    CountDownLatch hold = new CountDownLatch(1);
    Gadgets.hold = hold;
    byte[] file = (HEADER + "庚,C1,3,\n").getBytes(StandardCharsets.UTF_8);
    long job = Api.json(api.upload("kind=gadgets", "three.csv", file)).get("id").asLong();
    var second = api.upload("kind=gadgets", "three.csv", file);
    hold.countDown();
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Api.json(second).get("job").asLong()).isEqualTo(job);
    assertThat(api.await(job).get("state").asString()).isEqualTo("done");
  }

  @Test
  void withRejectsStopOneBadRowKeepsAllOut() {
    byte[] file = (HEADER + "辛,D1,3,\n,D2,3,\n").getBytes(StandardCharsets.UTF_8);
    JsonNode job = api.importFile("kind=gadgets&rejects=stop", "four.csv", file);
    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.get("message").asString()).contains("什么都没有写入");
    assertThat(job.get("report").get("committed").asBoolean()).isFalse();
    assertThat(send("辛,D1,3,\n", "five.csv").get("report").get("inserted").asLong()).isEqualTo(1);
  }

  @Test
  void gbkIsFoundByItself() {
    byte[] file = (HEADER + "壬,E1,3,\n").getBytes(Charset.forName("GBK"));
    JsonNode job = api.importFile("kind=gadgets", "gbk.csv", file);
    assertThat(job.get("report").get("encoding").asString()).isEqualTo("GBK");
    assertThat(job.get("report").get("inserted").asLong()).isEqualTo(1);
  }

  @Test
  void whatIsAskedWronglyIsAnsweredWithWhatWouldBeRight() {
    byte[] file = HEADER.getBytes(StandardCharsets.UTF_8);
    var unknown = api.upload("kind=nothing", "x.csv", file);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(Api.json(unknown).get("detail").asString()).contains("nothing").contains("gadgets");
    assertThat(api.upload("kind=gadgets&rejects=perhaps", "x.csv", file).statusCode())
        .isEqualTo(400);
    var empty = api.upload("kind=gadgets", "empty.csv", new byte[0]);
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(Api.json(empty).get("detail").asString()).isEqualTo("文件是空的");
    assertThat(api.get("/api/v1/jobs/99999").statusCode()).isEqualTo(404);
  }

  @Test
  void aHeaderThatNamesNothingKnownIsRefusedWithWhatWasSeenAndWhatIsKnown() {
    JsonNode job =
        api.importFile(
            "kind=gadgets", "strange.csv", "颜色,气味\n红,香\n".getBytes(StandardCharsets.UTF_8));
    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.get("message").asString()).contains("颜色、气味").contains("器具名称");
  }

  private JsonNode send(String rows, String name) {
    return api.importFile("kind=gadgets", name, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }
}
