package org.mujian.zone;

/**
 * What a module brings to the sample zone: invented, and marked 示例 wherever it shows. Removal needs
 * nothing from the module: all rows of the zone go.
 */
public interface SampleContent {

  /** What comes first: content may refer to what a smaller number has loaded. */
  int order();

  /** Writes the rows; called in one transaction in which the zone's change is open. */
  void load(Zone zone);

  /** Message key of what is loaded, in a few words, for the page that offers it. */
  String titleKey();
}
