package org.mujian.jobs;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.Problem;
import org.mujian.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Long work: how far it is, what came of it, stop. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobApi {

  private final Jobs jobs;
  private final Texts texts;

  JobApi(Jobs jobs, Texts texts) {
    this.jobs = jobs;
    this.texts = texts;
  }

  @Operation(summary = "The newest jobs that the account sees, at most 100")
  @GetMapping
  List<JobView> list() {
    return jobs.list().stream().map(job -> JobView.of(job, texts)).toList();
  }

  @Operation(summary = "One job: state, progress, report")
  @GetMapping("/{id}")
  JobView get(@PathVariable long id) {
    return JobView.of(getJob(id), texts);
  }

  @Operation(
      summary = "Asks the job to stop; it stops at its next step and leaves nothing half done")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView stop(@PathVariable long id, HttpServletRequest request) {
    return JobView.of(jobs.askStop(getJob(id), CurrentAccount.get(request)), texts);
  }

  private Job getJob(long id) {
    return jobs.find(id)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "没有任务 " + id + "，或此账号看不到它"));
  }
}
