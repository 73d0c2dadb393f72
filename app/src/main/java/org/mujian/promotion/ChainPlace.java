package org.mujian.promotion;

import org.mujian.web.Language;

/**
 * A link of a chain by its codes, with its names: what other rooms know of the atlas.
 *
 * @param group upstream, midstream, downstream or support
 */
public record ChainPlace(
    String chain,
    String link,
    String chainName,
    String chainNameEn,
    String name,
    String nameEn,
    String group) {

  /** Both codes, as forms carry them. */
  public String code() {
    return chain + "/" + link;
  }

  public String name(Language language) {
    return language == Language.ENGLISH ? nameEn : name;
  }

  public String chainName(Language language) {
    return language == Language.ENGLISH ? chainNameEn : chainName;
  }
}
