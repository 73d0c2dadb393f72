package org.mujian.chain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an enterprise's name says that it makes things: a works, a factory. */
final class MakersName {

  private static final Pattern WORKS = Pattern.compile("厂[.。 ]*$|厂[(（]|制造.{0,3}公司|制品.{0,3}公司");

  private MakersName() {}

  static boolean tells(@Nullable String name) {
    return name != null && WORKS.matcher(name).find();
  }
}
