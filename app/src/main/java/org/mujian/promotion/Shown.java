package org.mujian.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.promotion.gap.Candidate;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadClock;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/** What this room's templates show, ready in the page's language. */
public final class Shown {

  private Shown() {}

  /**
   * A chain in short.
   *
   * @param coverage empty before the first tagging
   */
  public record Chain(
      String name,
      String href,
      Atlas atlas,
      long missing,
      long weak,
      long present,
      String coverage,
      List<Steward> stewards) {}

  /** A column of the atlas. */
  public record Column(String group, List<Box> boxes) {}

  /**
   * A link of the atlas.
   *
   * @param light null before the first tagging, like {@code figure}: the quotient with its source
   */
  public record Box(
      String code,
      String name,
      String products,
      Gap gap,
      @Nullable Light light,
      @Nullable Figure figure,
      String href) {}

  /** A link next to the one shown. */
  public record Neighbour(String name, String href, Gap.Verdict verdict) {}

  /** An enterprise of a link with its scope, the words that gave the tag marked. */
  public record Member(
      EnterpriseTag tag, String name, String place, String href, List<Marked> scope) {}

  /**
   * A candidate with its points explained.
   *
   * @param held the open lead that somebody has on it, or null
   */
  public record Choice(
      Candidate candidate,
      String name,
      @Nullable String creditCode,
      String place,
      String yuan,
      String href,
      List<Marked> scope,
      @Nullable Lead held) {}

  /**
   * A lead in a list.
   *
   * @param due what is to be done first; null when the lead is closed, like its light
   * @param act what is due, in words
   * @param link the link that it is to fill, in words; empty without one
   */
  public record LeadLine(
      Lead lead,
      LeadClock.@Nullable Due due,
      @Nullable Light light,
      String act,
      String stage,
      String link) {

    boolean isLate() {
      return light != null && light.state() == Light.State.BAD;
    }

    boolean isNear() {
      return light != null && light.state() == Light.State.WARN;
    }
  }

  /** A clock of a lead with the rule behind it. */
  public record Clock(String act, Light light, String rule) {}

  /**
   * A link in the structure of its chain.
   *
   * @param light null before the first tagging
   * @param breaks links that nothing feeds any more when this one is gone
   * @param substitutes links that feed the same, with the share of what they have in common
   */
  public record Structure(
      String name,
      String href,
      String group,
      @Nullable Light light,
      String verdict,
      int neighbours,
      List<String> breaks,
      List<String> substitutes) {}

  /** A step of a supply path. */
  public record Step(String name, String href) {}

  /** What a link takes of another for a tonne. */
  public record Taken(String name, String href, String perTonne, String source) {}

  /** Demand that reaches a link, in 万元. */
  public record Pull(
      String name, String href, @Nullable Light light, String verdict, String up, String down) {}

  /** Demand that reaches a sector of the table, in 万元. */
  public record SectorPull(String name, String up, String down) {}
}
