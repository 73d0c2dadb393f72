package org.mujian.land;

/** Something with a name in the pages' languages. */
public interface Worded {

  /** The message key of its name. */
  String key();
}
