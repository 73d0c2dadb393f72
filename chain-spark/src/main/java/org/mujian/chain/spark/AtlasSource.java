package org.mujian.chain.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasReader;
import org.mujian.chain.AtlasRefused;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.ShippedAtlases;

/**
 * An atlas as it travels: its text, and made ready once in each process.
 *
 * @param yaml empty for one that comes with the engine
 */
record AtlasSource(String name, String yaml) implements Serializable {

  private static final Map<AtlasSource, ScopeTagger> TAGGERS = new ConcurrentHashMap<>();

  /** A shipped one by its code, or a file. */
  static AtlasSource of(String name, Configuration files) throws IOException {
    Path path = new Path(name);
    FileSystem system = path.getFileSystem(files);
    boolean isFile = system.exists(path);
    String yaml = "";
    if (isFile) {
      try (InputStream in = system.open(path)) {
        yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } else if (ShippedAtlases.list().stream().noneMatch(atlas -> atlas.code().equals(name))) {
      throw new Refused(
          "没有图谱 "
              + name
              + "，也没有这个文件；自带的有 "
              + ShippedAtlases.list().stream().map(Atlas::code).collect(Collectors.joining("、")));
    }
    AtlasSource source = new AtlasSource(name, yaml);
    try {
      source.tagger();
    } catch (AtlasRefused refused) {
      throw new Refused(String.valueOf(refused.getMessage()));
    }
    return source;
  }

  ScopeTagger tagger() {
    return TAGGERS.computeIfAbsent(this, it -> new ScopeTagger(it.read()));
  }

  private Atlas read() {
    return yaml.isEmpty()
        ? ShippedAtlases.list().stream()
            .filter(atlas -> atlas.code().equals(name))
            .findFirst()
            .orElseThrow()
        : AtlasReader.read(name, yaml);
  }
}
