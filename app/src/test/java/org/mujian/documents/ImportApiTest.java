package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
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
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A file goes in by one call and comes out as rows, counts and reasons. */
@MujianTest
class ImportApiTest {

  private static final String HEADER = "器具名称,编号,数量,购入日期\n";

  private final Api api;
  private final int port;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  @Autowired
  ImportApiTest(Environment environment, JdbcClient jdbc, TransactionTemplate transaction) {
    this.api = new Api(environment);
    this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    this.jdbc = jdbc;
    this.transaction = transaction;
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

  @Test
  void theRejectedRowsComeBackAsAFileThatCanBeMendedAndSentAgain() {
    JsonNode job = send("癸,F1,三,\n子,F2\n丑,F3,5,\n", "mend.csv");
    assertThat(job.get("rejected").asLong()).isEqualTo(2);
    var file = api.get(job.get("report").get("rejectedFile").asString());
    String text = new String(file.body(), StandardCharsets.UTF_8);
    assertThat(text.substring(1))
        .isEqualTo(
            """
            器具名称,编号,数量,购入日期,原因（改好后清空）
            癸,F1,三,,数量：数量“三”读不懂 [amount-unreadable]
            子,F2,,,列数与表头不符 [field-count]
            """
                .replace("\n", "\r\n"));
    JsonNode again = api.importFile("kind=gadgets", "again.csv", file.body());
    assertThat(again.get("rejected").asLong()).as("unmended rows stay rejected").isEqualTo(2);
    String mended = text.replace("三,", "3,").replace("列数与表头不符 [field-count]", "");
    JsonNode good =
        api.importFile("kind=gadgets", "mended.csv", mended.getBytes(StandardCharsets.UTF_8));
    assertThat(good.get("rejected").asLong()).isZero();
    assertThat(good.get("report").get("inserted").asLong()).isEqualTo(2);
  }

  @Test
  void rejectedRowsOfAWorkbookComeBackAsAWorkbook() {
    byte[] file =
        Sheets.xlsx(
            List.of(List.of("器具清单"), List.of("器具名称", "数量"), List.of("寅", "许多"), List.of("卯", "2")));
    JsonNode job = api.importFile("kind=gadgets", "list.xlsx", file);
    assertThat(job.get("report").get("format").asString()).isEqualTo("xlsx");
    assertThat(job.get("report").get("headerRow").asLong()).isEqualTo(2);
    byte[] back = api.get(job.get("report").get("rejectedFile").asString()).body();
    var read = Sheets.read(back);
    assertThat(read.understood().headers()).containsExactly("器具名称", "数量", Reasons.HEADER);
    assertThat(read.codes()).containsExactly("amount-unreadable");
  }

  @Test
  void aStopInTheMiddleLeavesNothing() {
    CountDownLatch hold = new CountDownLatch(1);
    Gadgets.hold = hold;
    byte[] file = (HEADER + "辰,G1,3,\n").getBytes(StandardCharsets.UTF_8);
    long job = Api.json(api.upload("kind=gadgets", "stop.csv", file)).get("id").asLong();
    assertThat(api.delete("/api/v1/jobs/" + job).statusCode()).isEqualTo(202);
    Api.pause(1200); // until the pulse has carried the wish to the worker
    hold.countDown();
    assertThat(api.await(job).get("state").asString()).isEqualTo("stopped");
    Gadgets.hold = null;
    JsonNode again = api.importFile("kind=gadgets", "stop.csv", file);
    assertThat(again.get("report").get("inserted").asLong()).isEqualTo(1);
  }

  @Test
  void aListThatWentOutComesBackAsChangesRowByRow() {
    send("巳,H1,1,\n午,H2,2,\n未,H3,3,\n", "before.csv");
    List<long[]> rows = gadgets("巳", "午", "未");
    String back =
        "行键,器具名称,编号,数量\n"
            + key(rows.get(0))
            + ",巳,H1,10\n"
            + key(rows.get(1))
            + ",午,H2,2.0\n"
            + "gadgets/0/999999/0,申,H9,9\n"
            + "gadgets/7/"
            + rows.get(2)[0]
            + "/0,未,H3,30\n"
            + ",酉,H5,5\n";
    JsonNode job =
        api.importFile("kind=gadgets", "back.csv", back.getBytes(StandardCharsets.UTF_8));
    JsonNode report = job.get("report");
    assertThat(report.get("updated").asLong()).isEqualTo(1);
    assertThat(report.get("unchanged").asLong()).isEqualTo(1);
    assertThat(report.get("notes").get("row-gone").asLong()).isEqualTo(1);
    assertThat(report.get("reasons").get("row-key-foreign").asLong()).isEqualTo(1);
    assertThat(report.get("reasons").get("row-key-missing").asLong()).isEqualTo(1);
    assertThat(gadgets("巳").getFirst()[2]).isEqualTo(10);
    assertThat(gadgets("未").getFirst()[2]).as("another zone's key changes nothing").isEqualTo(3);
    JsonNode late =
        api.importFile(
            "kind=gadgets",
            "late.csv",
            back.replace(",10", ",11").getBytes(StandardCharsets.UTF_8));
    assertThat(late.get("report").get("notes").get("row-conflict").asLong())
        .as("the row's version has moved on")
        .isEqualTo(1);
    assertThat(gadgets("巳").getFirst()[2]).isEqualTo(10);
  }

  private static String key(long[] row) {
    return new RowKey("gadgets", 0, row[0], (int) row[1]).text();
  }

  /** Id, version and amount. */
  private List<long[]> gadgets(String... names) {
    return Scope.ofProgram(0)
        .call(
            () ->
                transaction.execute(
                    status ->
                        jdbc.sql(
                                "SELECT id, version, amount FROM gadget WHERE name = ANY (?) ORDER"
                                    + " BY array_position(?, name)")
                            .params(names, names)
                            .query(
                                (row, i) ->
                                    new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                            .list()));
  }

  @Test
  void aFileBeyondTheLimitIsRefusedByItsAnnouncedLength() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/imports?kind=gadgets HTTP/1.1\r\nHost: x\r\nContent-Type:"
                      + " multipart/form-data; boundary=x\r\nContent-Length: 2147483648\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      byte[] answer = new byte[2000];
      int n = socket.getInputStream().read(answer);
      assertThat(new String(answer, 0, n, StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json");
    }
  }

  private JsonNode send(String rows, String name) {
    return api.importFile("kind=gadgets", name, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }
}
