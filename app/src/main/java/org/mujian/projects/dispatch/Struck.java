package org.mujian.projects.dispatch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 已销号(意见书 14 号): the problem is solved, and by what evidence. */
public final class Struck {

  private static final Pattern FORM =
      Pattern.compile("(?:已|已经)?销号[\\s:：]*[(（\\[【]?(.*?)[)）\\]】]?\\s*");

  private Struck() {}

  public static boolean isSaid(String text) {
    return FORM.matcher(text.strip()).matches();
  }

  /** What stands in the brackets; empty when nothing does. */
  public static String evidence(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches() ? matcher.group(1).strip() : "";
  }
}
