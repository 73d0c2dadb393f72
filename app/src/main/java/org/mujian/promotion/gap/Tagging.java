package org.mujian.promotion.gap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;
import org.mujian.jobs.JobHandler;
import org.mujian.jobs.JobRefused;
import org.mujian.jobs.JobRun;
import org.mujian.promotion.chain.Atlases;
import org.springframework.stereotype.Component;

/**
 * Tags all enterprises of the job's zone (0: the shared registry) by every chain. It reads first
 * and writes once at the end, so a stopped or broken run leaves the old tags whole.
 */
@Component
public class Tagging implements JobHandler {

  public static final String KIND = "tag-chains";

  private static final int REPORTED_EVERY = 250;

  private final Atlases atlases;
  private final RegistryReader registry;
  private final TagRows rows;
  private final Clock clock;

  Tagging(Atlases atlases, RegistryReader registry, TagRows rows, Clock clock) {
    this.atlases = atlases;
    this.registry = registry;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    long total = registry.count(run.zone());
    if (total == 0) {
      throw new JobRefused("企业库还是空的：先导入企业登记数据，再打标");
    }
    run.total(total);
    Instant start = clock.instant();
    Pass pass = new Pass(run);
    registry.read(run.zone(), pass::read);
    run.progress(pass.done);
    long millis = Duration.between(start, clock.instant()).toMillis();
    rows.replace(run.zone(), pass.tagged(start, millis));
    run.result(pass.tagged, 0, pass.report(Duration.between(start, clock.instant())));
  }

  /** One pass over the enterprises. */
  private final class Pass {
    private final JobRun run;
    private final Map<ScopeTagger, List<TagRow>> found = new LinkedHashMap<>();
    private final Map<ScopeTagger, Long> taggedBy = new HashMap<>();
    private final Map<String, Base> cities = new HashMap<>();
    private final Map<String, Map<Integer, Long>> entries = new HashMap<>();
    private long done;
    private long tagged;

    Pass(JobRun run) {
      this.run = run;
      atlases.listAll().forEach(atlas -> found.put(new ScopeTagger(atlas), new ArrayList<>()));
    }

    void read(RegistryReader.Registered enterprise) {
      String city = city(enterprise.division());
      boolean hasScope = enterprise.scope() != null && !enterprise.scope().isBlank();
      cities.compute(
          city == null ? "" : city,
          (c, base) -> (base == null ? Base.NONE : base).with(hasScope, enterprise.year()));
      if (city != null && enterprise.year() != null) {
        entries.computeIfAbsent(city, c -> new HashMap<>()).merge(enterprise.year(), 1L, Long::sum);
      }
      boolean any = false;
      for (Map.Entry<ScopeTagger, List<TagRow>> chain : found.entrySet()) {
        List<Tag> tags =
            chain.getKey().tag(enterprise.scope(), enterprise.industry(), enterprise.name());
        String code = chain.getKey().atlas().code();
        tags.forEach(
            tag ->
                chain
                    .getValue()
                    .add(
                        new TagRow(
                            code,
                            enterprise.id(),
                            city,
                            enterprise.yuan(),
                            enterprise.year(),
                            tag)));
        if (!tags.isEmpty()) {
          taggedBy.merge(chain.getKey(), 1L, Long::sum);
          any = true;
        }
      }
      tagged += any ? 1 : 0;
      if (++done % REPORTED_EVERY == 0) {
        run.progress(done);
      }
    }

    List<TagRows.Tagged> tagged(Instant at, long millis) {
      return found.entrySet().stream()
          .map(
              chain ->
                  new TagRows.Tagged(
                      chain.getKey().atlas(),
                      chain.getValue(),
                      taggedBy.getOrDefault(chain.getKey(), 0L),
                      cities,
                      entries,
                      at,
                      millis))
          .toList();
    }

    Map<String, Object> report(Duration took) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("enterprises", done);
      report.put("tagged", tagged);
      report.put("tags", found.values().stream().mapToInt(List::size).sum());
      report.put("millis", took.toMillis());
      return report;
    }
  }

  private static @Nullable String city(@Nullable String division) {
    return division == null || division.length() < 4 || division.startsWith("0000", 2)
        ? null
        : division.substring(0, 4);
  }
}
