package org.mujian.chain;

import java.math.BigDecimal;
import java.util.List;

/**
 * One link of a chain.
 *
 * @param keywords words of a business scope that place an enterprise here
 * @param exclusions longer words that contain a keyword and mean something else
 * @param industries GB/T 4754-2017
 * @param feeds codes of the links that use what this one makes
 * @param counts the role by which the link is present in a city: makers, for services those who
 *     serve
 * @param also keywords of other links that count here too (橡塑 tells of rubber and of plastics)
 * @param inputs what it takes of other links, where known; never complete
 * @param needs what its projects need of the place
 * @param whole whether its keywords name substances, which count only where they are the head of
 *     their noun (环氧树脂, not 环氧树脂漆)
 */
public record Link(
    String code,
    String name,
    String nameEn,
    Group group,
    List<String> products,
    List<String> keywords,
    List<String> exclusions,
    List<String> industries,
    List<String> feeds,
    Role counts,
    List<String> also,
    boolean whole,
    List<Input> inputs,
    List<Need> needs) {

  /**
   * @param of the link that delivers
   * @param perTonne tonnes for one tonne of the product
   * @param source where the number comes from
   */
  public record Input(String of, BigDecimal perTonne, String source) {}

  /** What a project of a link asks of the place beyond an ordinary plot. */
  public enum Need {
    /** A recognised chemical park (化工园区). */
    CHEMICAL_PARK,
    /** A large connected plot. */
    LAND,
    PORT,
    STEAM;

    /** As YAML, interfaces and message keys write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The columns of the atlas. */
  public enum Group {
    UPSTREAM,
    MIDSTREAM,
    DOWNSTREAM,
    SUPPORT;

    /** As YAML, interfaces and message keys write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A link whose words count wherever they stand. */
  public Link(
      String code,
      String name,
      String nameEn,
      Group group,
      List<String> products,
      List<String> keywords,
      List<String> exclusions,
      List<String> industries,
      List<String> feeds,
      Role counts) {
    this(
        code,
        name,
        nameEn,
        group,
        products,
        keywords,
        exclusions,
        industries,
        feeds,
        counts,
        List.of(),
        false,
        List.of(),
        List.of());
  }

  public Link {
    products = List.copyOf(products);
    keywords = List.copyOf(keywords);
    exclusions = List.copyOf(exclusions);
    industries = List.copyOf(industries);
    feeds = List.copyOf(feeds);
    also = List.copyOf(also);
    inputs = List.copyOf(inputs);
    needs = List.copyOf(needs);
  }
}
