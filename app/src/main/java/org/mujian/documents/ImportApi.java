package org.mujian.documents;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.jobs.JobView;
import org.mujian.store.Scope;
import org.mujian.web.Language;
import org.mujian.web.Problem;
import org.mujian.web.Texts;
import org.mujian.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: one call stages and commits. */
@RestController
class ImportApi {

  private final ImportKinds kinds;
  private final Intake intake;
  private final Imports imports;
  private final RejectedRows rejected;
  private final Zones zones;
  private final Texts texts;

  ImportApi(
      ImportKinds kinds,
      Intake intake,
      Imports imports,
      RejectedRows rejected,
      Zones zones,
      Texts texts) {
    this.kinds = kinds;
    this.imports = imports;
    this.rejected = rejected;
    this.intake = intake;
    this.zones = zones;
    this.texts = texts;
  }

  @Operation(
      summary = "Imports a file (CSV, XLSX, .xls): a job that stages and commits",
      description =
          "rejects=skip commits the good rows, rejects=stop commits nothing when one row is bad."
              + " The job's report counts the rows and names the file of rejected rows.")
  @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<JobView> create(
      @RequestParam String kind,
      @RequestParam(defaultValue = "skip") String rejects,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Account account = CurrentAccount.get(request);
    ImportKind known =
        kinds
            .find(kind)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "没有可导入的种类 kind=" + kind + "；可用：" + String.join("、", kinds.ids())));
    if (!rejects.equals("skip") && !rejects.equals("stop")) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "rejects=" + rejects + " 不认识；可用 skip（默认）或 stop");
    }
    if (file == null) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "缺少文件：请用 multipart/form-data 的 file 字段上传");
    }
    long target = known.targetZone(account, zoneId(zone, account));
    return submit(target, known, rejects.equals("stop"), file);
  }

  /**
   * @param rejectedFile address of the rejected rows, null when there are none
   */
  record ImportView(
      long id,
      String kind,
      String state,
      String fileName,
      String sha256,
      @Nullable Long job,
      Import.@Nullable Counts counts,
      ImportKind.@Nullable Committed committed,
      @Nullable String rejectedFile,
      String who,
      Instant createdAt) {}

  @Operation(summary = "One import: its file, counts and reasons")
  @GetMapping("/api/v1/imports/{id}")
  ImportView get(@PathVariable long id) {
    Import what = getImport(id);
    Import.Counts counts = what.counts();
    return new ImportView(
        what.id(),
        what.kind(),
        what.state().code(),
        what.fileName(),
        what.sha256(),
        what.jobId(),
        counts,
        what.committed(),
        counts == null || counts.rejected() == 0 ? null : "/api/v1/imports/" + id + "/rejected",
        what.who(),
        what.createdAt());
  }

  @Operation(summary = "The rejected rows as a file of the same kind, with a column of reasons")
  @GetMapping("/api/v1/imports/{id}/rejected")
  void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
    Import what = getImport(id);
    try {
      rejected.send(what, Language.SIMPLIFIED, response);
    } catch (FileRefused e) {
      throw Problem.of(HttpStatus.CONFLICT, texts.get(Language.SIMPLIFIED, e.key(), e.values()));
    }
  }

  private Import getImport(long id) {
    return imports
        .find(id)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "没有导入 " + id + "，或此账号看不到它"));
  }

  private ResponseEntity<JobView> submit(
      long target, ImportKind kind, boolean stop, MultipartFile file) throws IOException {
    String name = FileNames.of(file.getOriginalFilename());
    String title = texts.get(Language.SIMPLIFIED, kind.titleKey()) + " · " + name;
    try {
      Intake.Taken taken =
          intake.take(target, kind, name, title, file::getInputStream, ImportJob.Step.BOTH, stop);
      if (taken.alreadyRunning()) {
        throw Problem.of(
            HttpStatus.CONFLICT,
            "同一文件正由任务 " + taken.job().id() + " 导入；请等它做完",
            Map.of("job", taken.job().id()));
      }
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/jobs/" + taken.job().id()))
          .body(JobView.of(taken.job(), texts));
    } catch (FileRefused e) {
      throw Problem.of(
          e.key().endsWith("too-large") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
          texts.get(Language.SIMPLIFIED, e.key(), e.values()));
    }
  }

  private long zoneId(@Nullable String code, Account account) {
    if (code == null) {
      return account.zoneId();
    }
    return zones
        .findByCode(code)
        .filter(zone -> Scope.current().zones().contains(zone.id()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "没有园区 " + code + "，或此账号看不到它"))
        .id();
  }
}
