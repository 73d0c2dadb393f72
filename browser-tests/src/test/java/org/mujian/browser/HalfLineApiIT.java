package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The first half of the line by HTTP alone, and once more with the power cut in every step. Each
 * step is sent with a key and, when the program died over it, sent again with the same key: it is
 * done once, whether or not it was done before the cut.
 */
@ExtendWith(House.class)
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HalfLineApiIT {

  private static final String GAPS = "/api/v1/chains/petrochemicals/gaps?zone=beifang";
  private static final String CANDIDATES =
      "/api/v1/chains/petrochemicals/links/catalysts/candidates?zone=beifang";
  private static final String IN = "?zone=beifang";
  private static final LocalDate TODAY = LocalDate.now(Person.PLACE);
  private static final LocalDate UNTIL = TODAY.plusMonths(3);

  @Test
  @Order(1)
  void fromAGapInTheChainToAParcelAndItsFactors(Program program) throws IOException {
    program.tagTheCity();
    Line line = new Line(program, "api", candidate(program, 1), waitingParcel(program));
    line.open();
    Answer lead = line.send("/api/v1/leads", line.lead(), "other");
    assertThat(lead.status()).isEqualTo(409);
    assertThat(lead.detail()).contains("管理员");
    line.work();
    line.makeAProject();
    line.reserveTheParcel();
    line.reserveTheQuota();
    line.enterTheNextStage();
    line.isWhole();

    // The second who comes is refused, with who holds it and until when.
    Answer parcel = line.send(line.parcelAddress(), line.parcel("别的项目"), "other");
    assertThat(parcel.status()).isEqualTo(409);
    assertThat(parcel.detail()).contains("已由「" + line.project() + "」意向预留", UNTIL.toString());
    Answer quota = line.send("/api/v1/factors/reservations", line.quota("100000"), "other");
    assertThat(quota.status()).isEqualTo(409);
    assertThat(quota.detail()).contains("余额", "「" + line.project() + "」占用 1 至 " + UNTIL);
    Answer started =
        line.send(
            "/api/v1/projects/" + line.projectId + "/stages",
            Map.of("stage", "started", "on", TODAY.toString()),
            null);
    assertThat(started.status()).isEqualTo(409);
    assertThat(started.detail()).contains("缺施工许可证", "缺永久性工程照片");
  }

  @Test
  @Order(2)
  void nothingIsLostOrHalfDoneWhenThePowerIsCutInEachStep(Program program) throws IOException {
    program.tagTheCity();
    Line line = new Line(program, "cut", candidate(program, 2), waitingParcel(program));
    List<Boolean> answered = new ArrayList<>();
    // After the step's answer in one case, in the middle of it in the others: 0 ms is before it.
    answered.add(line.cutIn(line::open, 0));
    line.work();
    answered.add(line.cutIn(line::makeAProject, 8));
    answered.add(
        line.cutIn(
            () -> {
              line.reserveTheParcel();
              line.reserveTheQuota();
            },
            15));
    answered.add(line.cutIn(line::enterTheNextStage, 500));
    assertThat(answered.getLast()).as("the last step was cut after its answer").isTrue();
    line.isWhole();
    assertThat(program.run("verify-audit")).contains("审计链完好").doesNotContain("✗");
  }

  /** The {@code nth} candidate for what the city lacks, so that the tests do not meet. */
  private static JsonObject candidate(Program program, int nth) throws IOException {
    JsonElement link =
        StreamSupport.stream(
                Answer.of(program.get(GAPS)).at("links").getAsJsonArray().spliterator(), false)
            .filter(l -> l.getAsJsonObject().get("link").getAsString().equals("catalysts"))
            .findFirst()
            .orElseThrow();
    assertThat(link.getAsJsonObject().get("verdict").getAsString()).isEqualTo("missing");
    var all = Answer.of(program.get(CANDIDATES)).at("").getAsJsonArray();
    return all.get(all.size() - nth).getAsJsonObject();
  }

  /** A free parcel that will be ready, but is not yet. */
  private static JsonObject waitingParcel(Program program) throws IOException {
    return StreamSupport.stream(
            Answer.of(program.get("/api/v1/parcels?zone=beifang&status=waiting"))
                .at("items")
                .getAsJsonArray()
                .spliterator(),
            false)
        .map(JsonElement::getAsJsonObject)
        .filter(p -> p.get("commitment").getAsString().equals("free"))
        .filter(p -> !p.get("supplyableOn").isJsonNull())
        .findFirst()
        .orElseThrow();
  }

  private interface Step {
    void go() throws IOException;
  }

  /** One enterprise on its way. */
  private static final class Line {

    private final Program program;
    private final String key;
    private final long enterprise;
    private final JsonObject parcel;
    private final long quotaId;
    private long leadId;
    private long projectId;

    Line(Program program, String key, JsonObject candidate, JsonObject parcel) throws IOException {
      this.program = program;
      this.key = key;
      this.parcel = parcel;
      enterprise = candidate.getAsJsonObject("candidate").get("enterpriseId").getAsLong();
      quotaId =
          StreamSupport.stream(
                  Answer.of(program.get("/api/v1/factors/accounts" + IN))
                      .body()
                      .getAsJsonArray()
                      .spliterator(),
                  false)
              .map(account -> account.getAsJsonObject().getAsJsonObject("account"))
              .filter(account -> account.get("code").getAsString().equals("quota-balance"))
              .findFirst()
              .orElseThrow()
              .get("id")
              .getAsLong();
    }

    String project() {
      return "催化剂装置 " + key;
    }

    Map<String, ?> lead() {
      return Map.of(
          "name",
          "接口候选 " + key,
          "enterpriseId",
          enterprise,
          "chain",
          "petrochemicals",
          "link",
          "catalysts",
          "source",
          "图谱候选");
    }

    void open() throws IOException {
      leadId = done(send("/api/v1/leads", lead(), key + "-lead")).number("lead.id");
    }

    void work() throws IOException {
      act("respond", "电话");
      stage("judging");
      act("judge", "补链");
      stage("talks");
      stage("signed");
    }

    private void act(String act, String words) throws IOException {
      done(send("/api/v1/leads/" + leadId + "/acts", Map.of("act", act, "words", words), null));
    }

    private void stage(String stage) throws IOException {
      done(
          send(
              "/api/v1/leads/" + leadId + "/stage",
              Map.of("stage", stage, "evidence", "例会议定"),
              null));
    }

    void makeAProject() throws IOException {
      projectId =
          done(send(
                  "/api/v1/leads/" + leadId + "/project",
                  Map.of("name", project(), "investmentWan", 12000),
                  key + "-project"))
              .number("project");
    }

    String parcelAddress() {
      return "/api/v1/parcels/" + parcel.get("id").getAsLong() + "/reservations";
    }

    Map<String, ?> parcel(String name) {
      return Map.of(
          "holder",
          "project:" + projectId,
          "holderName",
          name,
          "from",
          TODAY.toString(),
          "until",
          UNTIL.toString());
    }

    void reserveTheParcel() throws IOException {
      done(send(parcelAddress(), parcel(project()), key + "-parcel"));
    }

    Map<String, ?> quota(String amount) {
      return Map.of(
          "accountId",
          quotaId,
          "holder",
          "project:" + projectId,
          "holderName",
          project(),
          "amount",
          amount,
          "from",
          TODAY.toString(),
          "until",
          UNTIL.toString());
    }

    void reserveTheQuota() throws IOException {
      done(send("/api/v1/factors/reservations", quota("1"), key + "-quota"));
    }

    /** Sent twice it would be refused the second time: it is asked first whether it is done. */
    void enterTheNextStage() throws IOException {
      String address = "/api/v1/projects/" + projectId;
      if (program.get(address + IN).contains("\"stage\":\"signed\"")) {
        return;
      }
      Map<String, ?> paper =
          Map.of("kind", "contract", "number", "协议 " + key, "dated", TODAY.toString());
      done(
          send(
              address + "/stages",
              Map.of("stage", "signed", "on", TODAY.toString(), "evidence", List.of(paper)),
              null));
    }

    /** Everything is there, and once. */
    void isWhole() throws IOException {
      Answer lead = Answer.of(program.get("/api/v1/leads/" + leadId + IN));
      assertThat(lead.text("lead.stage")).isEqualToIgnoringCase("landed");
      assertThat(lead.number("lead.project")).isEqualTo(projectId);
      assertThat(count(program.get("/api/v1/leads" + IN + "&closed=true"), "接口候选 " + key))
          .isEqualTo(1);
      assertThat(count(program.get("/api/v1/projects" + IN), "\"" + project() + "\"")).isEqualTo(1);
      Answer whole = Answer.of(program.get("/api/v1/projects/" + projectId + IN));
      assertThat(whole.text("stage")).isEqualTo("signed");
      assertThat(count(program.get(parcelAddress() + IN), project())).isEqualTo(1);
      assertThat(
              count(
                  program.get("/api/v1/factors/reservations" + IN + "&holder=project:" + projectId),
                  project()))
          .isEqualTo(1);
    }

    private static int count(String text, String words) {
      return text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }

    /**
     * Goes the step and cuts the power that many milliseconds later; then goes it again.
     *
     * @return whether the step had been answered before the cut
     */
    boolean cutIn(Step step, int millis) throws IOException {
      CompletableFuture<Boolean> going =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  step.go();
                  return true;
                } catch (IOException gone) {
                  return false;
                }
              });
      try {
        Thread.sleep(millis);
        if (millis >= 500) {
          going.join();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      program.kill();
      boolean answered = going.join();
      program.launch();
      step.go();
      return answered;
    }

    Answer send(String path, Map<String, ?> body, String idempotencyKey) throws IOException {
      return program.send(path + IN, body, idempotencyKey);
    }

    private static Answer done(Answer answer) {
      assertThat(answer.status()).as(answer.detail()).isBetween(200, 299);
      return answer;
    }
  }
}
