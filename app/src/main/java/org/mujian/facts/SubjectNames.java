package org.mujian.facts;

import java.util.Optional;

/** Names the subjects of one kind; the module that owns them makes one a bean. */
public interface SubjectNames {

  /** As in {@link Subject#kind}. */
  String kind();

  Optional<Named> find(long zone, long id);

  /**
   * @param href the thing's page within the zone, for example {@code enterprises/12}
   */
  record Named(String name, String href) {}
}
