package org.mujian.promotion.pull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.springframework.stereotype.Component;

/** Answers what a leader would draw into a zone's city, and which of it the city lacks. */
@Component
public class Pulls {

  private final IoTables tables;
  private final Gaps gaps;

  Pulls(IoTables tables, Gaps gaps) {
    this.tables = tables;
    this.gaps = gaps;
  }

  /**
   * @param gaps by link; empty before the first tagging
   */
  public record Answer(
      IoTable table, Link leader, BigDecimal output, Draw draw, Map<String, Gap> gaps) {

    public Answer {
      gaps = Map.copyOf(gaps);
    }

    /** Null before the first tagging. */
    public @Nullable Gap gap(Draw.Drawn drawn) {
      return gaps.get(drawn.link().code());
    }

    public boolean isMissing(Draw.Drawn drawn) {
      Gap gap = gap(drawn);
      return gap != null && gap.verdict() == Gap.Verdict.MISSING;
    }

    public List<Draw.Drawn> missing() {
      return draw.links().stream().filter(this::isMissing).toList();
    }
  }

  /**
   * @param output in 万元, as it was typed
   * @throws PullRefused when there is no table, no such link, no sector for it, or no output
   */
  public Answer of(long zone, String division, Atlas atlas, String link, String output) {
    BigDecimal wan = output(output);
    Link leader =
        atlas.find(link).orElseThrow(() -> new PullRefused("请选择龙头所在的环节", "promotion.pull.no-link"));
    IoTable table =
        tables
            .find(zone)
            .orElseThrow(
                () -> new PullRefused("园区还没有投入产出表：请先在“数据导入”导入", "promotion.pull.no-table"));
    if (!table.sectorsOf(atlas).containsKey(link)) {
      String code = leader.industries().getFirst();
      throw new PullRefused(
          "“" + leader.name() + "”的行业代码 " + code + " 不属于表里的任何部门",
          "promotion.pull.no-sector",
          leader.name(),
          code);
    }
    return new Answer(
        table,
        leader,
        wan,
        Draw.of(table, atlas, leader, wan.doubleValue()),
        gaps(atlas, division));
  }

  private Map<String, Gap> gaps(Atlas atlas, String division) {
    Map<String, Gap> byLink = new HashMap<>();
    if (gaps.coverage(atlas, division).isPresent()) {
      gaps.list(atlas, division).forEach(gap -> byLink.put(gap.link().code(), gap));
    }
    return byLink;
  }

  private static BigDecimal output(String given) {
    return Optional.of(given.strip().replace(",", "").replace("，", ""))
        .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,6})?"))
        .map(BigDecimal::new)
        .filter(wan -> wan.signum() > 0)
        .orElseThrow(
            () ->
                new PullRefused(
                    "产值“" + given + "”应是大于零的数，单位万元", "promotion.pull.no-output", given));
  }
}
