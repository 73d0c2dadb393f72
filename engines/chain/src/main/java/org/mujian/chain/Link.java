package org.mujian.chain;

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
    boolean whole) {

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
        code, name, nameEn, group, products, keywords, exclusions, industries, feeds, counts,
        List.of(), false);
  }

  public Link {
    products = List.copyOf(products);
    keywords = List.copyOf(keywords);
    exclusions = List.copyOf(exclusions);
    industries = List.copyOf(industries);
    feeds = List.copyOf(feeds);
    also = List.copyOf(also);
  }
}
