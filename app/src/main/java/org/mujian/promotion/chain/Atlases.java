package org.mujian.promotion.chain;

import java.util.List;
import java.util.Optional;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.springframework.stereotype.Component;

/** The chains that the program ships, read and checked when it starts. */
@Component
public class Atlases {

  private final List<Atlas> atlases = ShippedAtlases.list();

  public List<Atlas> listAll() {
    return atlases;
  }

  /** Those that are no drafts: only they are counted on the wall map and in reports. */
  public List<Atlas> listDeep() {
    return atlases.stream().filter(atlas -> !atlas.draft()).toList();
  }

  public Optional<Atlas> find(String code) {
    return atlases.stream().filter(atlas -> atlas.code().equals(code)).findFirst();
  }
}
