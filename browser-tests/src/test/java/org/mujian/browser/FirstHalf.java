package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One enterprise on the first half of the line, over HTTP: from a gap in the chain to a project on
 * a parcel. Each step is sent with its key, so that it may be sent again.
 */
final class FirstHalf {

  static final String IN = "?zone=beifang";
  static final LocalDate TODAY = LocalDate.now(Person.PLACE);
  static final LocalDate UNTIL = TODAY.plusMonths(3);

  private static final Registry.Gap GAP = Registry.gap();
  private static final String LINK =
      "/api/v1/chains/petrochemicals/links/" + GAP.link() + "/candidates";
  private static final String GAPS = "/api/v1/chains/petrochemicals/gaps";

  final Program program;
  final String key;
  final long enterprise;
  private final JsonObject parcel;
  private final long quotaId;
  private long leadId;
  long projectId;

  /**
   * @param enterprise a candidate for a link that the city lacks
   */
  FirstHalf(Program program, String key, long enterprise) throws IOException {
    this.program = program;
    this.key = key;
    this.enterprise = enterprise;
    this.parcel = waitingParcel(program);
    this.quotaId =
        Answer.of(program.get("/api/v1/factors/accounts" + IN)).list("").stream()
            .filter(account -> account.text("account.code").equals("quota-balance"))
            .findFirst()
            .orElseThrow()
            .number("account.id");
  }

  /** The {@code nth} candidate for what the city lacks, so that the tests do not meet. */
  static long candidate(Program program, int nth) throws IOException {
    program.tagTheCity();
    Answer link =
        Answer.of(program.get(GAPS + IN)).list("links").stream()
            .filter(l -> l.text("link").equals(GAP.link()))
            .findFirst()
            .orElseThrow();
    assertThat(link.text("verdict")).isEqualTo("missing");
    List<Answer> all = Answer.of(program.get(LINK + IN)).list("");
    return all.get(all.size() - nth).number("candidate.enterpriseId");
  }

  /** A free parcel that will be ready, but is not yet. */
  private static JsonObject waitingParcel(Program program) throws IOException {
    return Answer.of(program.get("/api/v1/parcels" + IN + "&status=waiting")).list("items").stream()
        .map(item -> item.body().getAsJsonObject())
        .filter(p -> p.get("commitment").getAsString().equals("free"))
        .filter(p -> !p.get("supplyableOn").isJsonNull())
        .findFirst()
        .orElseThrow();
  }

  String project() {
    return GAP.word() + "装置 " + key;
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
        GAP.link(),
        "source",
        "图谱候选");
  }

  void open() throws IOException {
    leadId = send("/api/v1/leads", lead(), "lead").number("lead.id");
  }

  void respond() throws IOException {
    act("respond", "电话");
  }

  void negotiate() throws IOException {
    stage("judging");
    act("judge", "补链");
    stage("talks");
    stage("signed");
  }

  private void act(String act, String words) throws IOException {
    send("/api/v1/leads/" + leadId + "/acts", Map.of("act", act, "words", words), act);
  }

  private void stage(String stage) throws IOException {
    send(
        "/api/v1/leads/" + leadId + "/stage",
        Map.of("stage", stage, "evidence", "例会议定"),
        "lead-" + stage);
  }

  void makeAProject() throws IOException {
    projectId =
        send(
                "/api/v1/leads/" + leadId + "/project",
                Map.of("name", project(), "investmentWan", 12000),
                "project")
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
    send(parcelAddress(), parcel(project()), "parcel");
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
    send("/api/v1/factors/reservations", quota("1"), "quota");
  }

  void sign() throws IOException {
    enter("signed", "contract", "协议 " + key);
  }

  /** Enters a stage of the project with its paper. */
  void enter(String stage, String kind, String number) throws IOException {
    Map<String, ?> paper = Map.of("kind", kind, "number", number, "dated", TODAY.toString());
    send(
        "/api/v1/projects/" + projectId + "/stages",
        Map.of("stage", stage, "on", TODAY.toString(), "evidence", List.of(paper)),
        stage);
  }

  /** Everything is there, and once. */
  void isWhole() throws IOException {
    Answer lead = Answer.of(program.get("/api/v1/leads/" + leadId + IN));
    assertThat(lead.text("lead.stage")).isEqualToIgnoringCase("landed");
    assertThat(lead.number("lead.project")).isEqualTo(projectId);
    assertThat(lead.list("events").stream().map(event -> event.text("kind")))
        .as("opened, a response and a judgement, four stages: each once")
        .containsExactly("opened", "respond", "stage", "judge", "stage", "stage", "stage");
    assertThat(count(program.get("/api/v1/leads" + IN + "&closed=true"), "接口候选 " + key))
        .isEqualTo(1);
    assertThat(count(program.get("/api/v1/projects" + IN), "\"" + project() + "\"")).isEqualTo(1);
    Answer whole = Answer.of(program.get("/api/v1/projects/" + projectId + IN));
    assertThat(whole.at("entered").getAsJsonObject().has("signed")).isTrue();
    assertThat(count(program.get(parcelAddress() + IN), project())).isEqualTo(1);
    assertThat(
            count(
                program.get("/api/v1/factors/reservations" + IN + "&holder=project:" + projectId),
                project()))
        .isEqualTo(1);
  }

  static int count(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  /** Sends a step under its key and sees that it is done. */
  Answer send(String path, Map<String, ?> body, String step) throws IOException {
    return program.send(path + IN, body, key + "-" + step).done();
  }
}
