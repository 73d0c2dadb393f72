package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The second half of the line, over HTTP: the project's cases are filed and their clocks kept, it
 * starts, the year's targets and the appraisal move, the weekly report says so. Each step is sent
 * with its key.
 */
final class SecondHalf {

  private static final String IN = FirstHalf.IN;
  private static final LocalDate TODAY = FirstHalf.TODAY;
  private static final LocalDate ACCEPTED = TODAY.minusDays(10);

  private final FirstHalf first;
  private final Program program;
  private final String leader;
  String caseNumber;
  private long fact;
  long job;

  /**
   * @param leader name and password of an account that approves figures
   */
  SecondHalf(FirstHalf first, String leader) {
    this.first = first;
    this.program = first.program;
    this.leader = leader;
  }

  /** One that will be finished, and one that stays open. */
  void fileTheCases() throws IOException {
    caseNumber = file("eia-form", Map.of("acceptedOn", ACCEPTED.toString())).text("file.number");
    file("registration", Map.of());
  }

  Map<String, ?> eia() {
    return theCase("eia-form", Map.of("acceptedOn", ACCEPTED.toString()));
  }

  private Map<String, ?> theCase(String matter, Map<String, ?> more) {
    Map<String, Object> asked = new java.util.TreeMap<>(more);
    asked.put("matter", matter);
    asked.put("enterpriseId", first.enterprise);
    asked.put("projectId", first.projectId);
    return asked;
  }

  private Answer file(String matter, Map<String, ?> more) throws IOException {
    return first.send("/api/v1/cases", theCase(matter, more), "case-" + matter);
  }

  /** The authority asks for an expert review; two days later it goes on. */
  void moveTheClock() throws IOException {
    move(Map.of("kind", "pause", "on", ACCEPTED.plusDays(3).toString(), "words", "专家评审"));
    move(Map.of("kind", "resume", "on", ACCEPTED.plusDays(5).toString()));
  }

  void finishTheCase() throws IOException {
    move(Map.of("kind", "finish", "result", "granted", "words", "环审 " + first.key));
  }

  private void move(Map<String, ?> event) throws IOException {
    first.send("/api/v1/cases/" + caseNumber + "/events", event, "clock-" + event.get("kind"));
  }

  Answer clock() throws IOException {
    return Answer.of(program.get("/api/v1/cases/" + caseNumber + "/clock" + IN));
  }

  private String project() {
    return "/api/v1/projects/" + first.projectId;
  }

  /** All that comes between the contract and the start, and the photo of the permanent works. */
  void getReadyToStart() throws IOException {
    first.enter("landed", "site", "成交确认书 " + first.key);
    nameTheCode();
    first.enter("approval", "filing", "备案 " + first.key);
    showThePhoto();
  }

  private void nameTheCode() throws IOException {
    Answer seen = Answer.of(program.get(project() + IN));
    program
        .send(
            "PUT",
            project() + IN,
            "admin:" + Program.PASSWORD,
            Map.of(
                "name", first.project(),
                "enterpriseId", seen.number("enterpriseId"),
                "enterprise", seen.text("enterprise"),
                "investmentYuan", seen.at("investmentYuan").getAsBigDecimal(),
                "code",
                    "%d-211122-26-03-%06d".formatted(TODAY.getYear(), 990_000 + first.projectId)),
            Map.of("If-Match", "\"" + seen.number("version") + "\""))
        .done();
  }

  void showThePhoto() throws IOException {
    String kind = "&kind=works-photo&dated=" + TODAY;
    var answer =
        program.postFile(
            project() + "/evidence" + IN + kind,
            "photo.png",
            "image/png",
            photo(),
            first.key + "-photo");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  static byte[] photo() throws IOException {
    var picture = new java.awt.image.BufferedImage(8, 6, java.awt.image.BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  void start() throws IOException {
    first.enter("started", "permit", "施工许可 " + first.key);
  }

  /** Entries into 开工 that a year counts until the end of a month. */
  static long started(Program program, YearMonth until) throws IOException {
    return Answer.of(program.get("/api/v1/projects/year" + IN + "&year=" + until.getYear()))
        .list("")
        .stream()
        .filter(batch -> batch.text("stage").equals("started"))
        .flatMap(batch -> batch.list("projects").stream())
        .filter(p -> !LocalDate.parse(p.text("on")).isAfter(until.atEndOfMonth()))
        .count();
  }

  /** The month that is told to the round: the one under way, or the last of the round's year. */
  YearMonth month() throws IOException {
    YearMonth now = YearMonth.from(TODAY);
    int year = Math.toIntExact(round().number("year"));
    return year == now.getYear() ? now : YearMonth.of(year, 12);
  }

  private Answer round() throws IOException {
    return Answer.of(program.get("/api/v1/rounds" + IN)).list("").getFirst();
  }

  /** The projects' bureau tells how many have started this year; another approves it. */
  void tellTheStarts() throws IOException {
    String period = "%d-01..%02d".formatted(month().getYear(), month().getMonthValue());
    fact =
        first
            .send(
                "/api/v1/facts",
                Map.of(
                    "subject", "zone",
                    "measure", "projects-started",
                    "basis", "zone",
                    "period", period,
                    "value", Long.toString(started(program, month())),
                    "source", "项目台账",
                    "bureau", "projects"),
                "fact")
            .number("id");
    first.send("/api/v1/facts/" + fact + "/submit", Map.of(), "submit");
    program
        .send(
            "POST",
            "/api/v1/facts/" + fact + "/approve" + IN,
            leader,
            Map.of(),
            Map.of("Idempotency-Key", first.key + "-approve"))
        .done();
  }

  /** What the round knows of an indicator, and all in all. */
  record Score(BigDecimal known, BigDecimal open, BigDecimal value, BigDecimal earned, long fact) {}

  Score score() throws IOException {
    String path = "/api/v1/rounds/" + round().number("id") + "/score" + IN + "&month=" + month();
    Answer score = Answer.of(program.get(path));
    Answer starts =
        score.list("indicators").stream()
            .filter(mark -> mark.text("name").equals("新开工项目数"))
            .findFirst()
            .orElseThrow();
    return new Score(
        score.at("known").getAsBigDecimal(),
        score.at("open").getAsBigDecimal(),
        orNothing(starts, "value"),
        orNothing(starts, "earned"),
        orNothing(starts, "factId").longValue());
  }

  private static BigDecimal orNothing(Answer of, String path) {
    return of.at(path).isJsonNull() ? BigDecimal.ZERO : of.at(path).getAsBigDecimal();
  }

  /** Asks for the report; its job is the same when it is asked again. */
  void askForTheReport() throws IOException {
    job = first.send("/api/v1/reports/weekly", Map.of(), "report").number("job");
  }

  /** The report, once its job is done. */
  long report() throws IOException {
    return program.waitFor(job).number("report.report");
  }

  static List<Answer> reports(Program program) throws IOException {
    return Answer.of(program.get("/api/v1/reports/weekly" + IN)).list("");
  }

  /** Everything is there, and once. */
  void isWhole() throws IOException {
    String all = program.get("/api/v1/cases" + IN + "&closed=true&enterprise=" + first.enterprise);
    assertThat(FirstHalf.count(all, "\"projectId\":" + first.projectId)).isEqualTo(2);
    Answer file = Answer.of(program.get("/api/v1/cases/" + caseNumber + IN));
    assertThat(file.text("file.result")).isEqualTo("granted");
    assertThat(file.list("events").stream().map(event -> event.text("kind")))
        .containsExactly("start", "pause", "resume", "finish");
    assertThat(Answer.of(program.get(project() + IN)).text("stage")).isEqualTo("started");
    assertThat(
            FirstHalf.count(
                program.get("/api/v1/projects/year" + IN + "&year=" + TODAY.getYear()),
                "{\"project\":%d,\"on\":\"%s\"}".formatted(first.projectId, TODAY)))
        .as("counted once among those in reserve and once among those started")
        .isEqualTo(2);
    Score score = score();
    assertThat(score.fact()).isEqualTo(fact);
    assertThat(score.value()).isEqualByComparingTo(BigDecimal.valueOf(started(program, month())));
  }
}
