package org.mujian.jobs;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list of jobs, and one job with its progress live. */
@Controller
class JobPages {

  private static final long STREAM_MILLIS = 10 * 60 * 1000L;
  private static final long STEP_MILLIS = 500;

  private final Jobs jobs;
  private final TemplateEngine templates;
  private volatile boolean closing;

  JobPages(Jobs jobs, TemplateEngine templates) {
    this.jobs = jobs;
    this.templates = templates;
  }

  @GetMapping("/z/{zone}/jobs")
  String list(Page page, Model model) {
    model.addAttribute(
        "jobs", jobs.list(zone(page)).stream().map(job -> JobLine.of(job, page)).toList());
    return "jobs/list";
  }

  @GetMapping("/z/{zone}/jobs/{id}")
  String job(@PathVariable long id, Page page, Model model) {
    model.addAttribute("line", JobLine.of(getJob(id), page));
    return "jobs/job";
  }

  @PostMapping("/z/{zone}/jobs/{id}/stop")
  String stop(@PathVariable long id, Page page) {
    jobs.askStop(getJob(id), java.util.Objects.requireNonNull(page.account()));
    return "redirect:" + page.in("jobs/" + id);
  }

  /** The progress as it changes, as ready HTML; ends when the job does. */
  @GetMapping("/z/{zone}/jobs/{id}/events")
  SseEmitter events(@PathVariable long id, Page page) {
    getJob(id);
    Scope scope = Scope.current();
    SseEmitter emitter = new SseEmitter(STREAM_MILLIS);
    Thread.ofVirtual()
        .name("job-events-" + id)
        .start(() -> scope.run(() -> stream(id, page, emitter)));
    return emitter;
  }

  private void stream(long id, Page page, SseEmitter emitter) {
    try {
      @Nullable String last = null;
      while (!closing) {
        Job job = getJob(id);
        String html = render(job, page);
        if (!html.equals(last)) {
          emitter.send(SseEmitter.event().name("progress").data(html));
          last = html;
        }
        if (job.state().isOver()) {
          emitter.send(SseEmitter.event().name("over").data(job.state().code()));
          break;
        }
        Thread.sleep(STEP_MILLIS);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      // The reader went away; there is nobody to tell.
      emitter.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    }
  }

  private String render(Job job, Page page) {
    StringOutput output = new StringOutput();
    templates.render("jobs/state.jte", Map.of("page", page, "line", JobLine.of(job, page)), output);
    return output.toString();
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closing = true;
  }

  private Job getJob(long id) {
    return jobs.find(id).orElseThrow(() -> new NoSuchJob(id));
  }

  private static long zone(Page page) {
    return java.util.Objects.requireNonNull(page.zone()).id();
  }
}
