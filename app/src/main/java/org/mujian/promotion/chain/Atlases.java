package org.mujian.promotion.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The chains that the program ships, read and checked when it starts. */
@Component
public class Atlases {

  private final List<Atlas> atlases;

  Atlases() {
    this.atlases = load();
  }

  public List<Atlas> listAll() {
    return atlases;
  }

  public Optional<Atlas> find(String code) {
    return atlases.stream().filter(atlas -> atlas.code().equals(code)).findFirst();
  }

  static List<Atlas> load() {
    List<Atlas> atlases = new ArrayList<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:atlas/*.yaml")) {
        atlases.add(
            AtlasReader.read(
                "atlas/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    atlases.sort(Comparator.comparing(Atlas::code));
    return List.copyOf(atlases);
  }
}
