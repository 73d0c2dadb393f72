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
   * @param version of the atlas that gave the tags; empty before the first tagging
   * @param first the link to fill first, or null
   */
  public record Chain(
      String name,
      String href,
      Atlas atlas,
      long missing,
      long weak,
      long present,
      boolean tagged,
      String version,
      @Nullable First first,
      List<Steward> stewards) {}

  /** The link of a chain to fill first, and why. */
  public record First(String name, String href, String why) {}

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
   * @param breaks links that nothing feeds any more when this one is gone
   * @param substitutes links that feed the same, with the share of what they have in common
   */
  public record Structure(
      String name, String href, List<String> breaks, List<String> substitutes) {}

  /**
   * A link that the city lacks: why to fill it, and whom to call on.
   *
   * @param neighbours links up- and downstream that the city has; {@code why} names them
   * @param candidates how many the province has elsewhere
   * @param best the first of them; empty without any, like what follows
   */
  public record Fill(
      String name,
      String href,
      String group,
      int neighbours,
      String why,
      int candidates,
      String best,
      String bestHref,
      String bestPlace,
      int points) {}

  /** A step of a supply path. */
  public record Step(String name, String href) {}

  /** What a link takes of another for a tonne. */
  public record Taken(String name, String href, String perTonne, String source) {}

  /**
   * Demand that reaches a link, in 万元.
   *
   * @param light null before the first tagging, like {@code inProvince}
   * @param weight by what the sector's demand was shared out
   * @param upPart of the largest amount, 0 to 100, for the bar; {@code downPart} follows it
   */
  public record Pull(
      String name,
      String href,
      @Nullable Light light,
      String verdict,
      boolean missing,
      String sector,
      String up,
      String down,
      String weight,
      @Nullable String inProvince,
      double upPart,
      double downPart) {

    /** For the picture: two digits do. */
    public String upWidth() {
      return "%.1f".formatted(upPart);
    }

    public String downWidth() {
      return "%.1f".formatted(downPart);
    }
  }

  /** The zone's input-output table in short. */
  public record Io(
      long id,
      int version,
      String name,
      String year,
      String source,
      String made,
      int sectors,
      boolean sample,
      boolean described,
      boolean more) {}

  /** Demand that reaches a sector of the table, in 万元. */
  public record SectorPull(String name, String up, String down) {}

  /** Entries of a year in the profile of a link. */
  public record EntryYear(
      String year, String city, String province, String quotient, String untilThen) {}
}
