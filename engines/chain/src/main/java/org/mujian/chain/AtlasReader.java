package org.mujian.chain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads an atlas from YAML, strictly: unknown fields, wrong types and everything that {@link
 * AtlasRules} forbids are refused together, each with where it stands.
 */
public final class AtlasReader {

  private static final int MOST_CHARACTERS = 2_000_000;

  private final String file;
  private final List<String> faults = new ArrayList<>();

  private AtlasReader(String file) {
    this.file = file;
  }

  /**
   * @param file named in messages
   * @throws AtlasRefused with all faults found
   */
  public static Atlas read(String file, String yaml) {
    return new AtlasReader(file).atlas(yaml);
  }

  private Atlas atlas(String yaml) {
    Fields fields = new Fields("图谱", load(yaml), faults);
    Atlas atlas =
        new Atlas(
            fields.code("code"),
            fields.text("name"),
            fields.text("nameEn"),
            fields.text("version"),
            date(fields.text("validFrom")),
            fields.text("source"),
            fields.optionalTexts("notProduct"),
            fields.flag("draft"),
            links(fields.list("links")));
    fields.refuseOthers();
    if (faults.isEmpty()) {
      faults.addAll(AtlasRules.faultsOf(atlas));
    }
    if (!faults.isEmpty()) {
      throw new AtlasRefused(file, faults);
    }
    return atlas;
  }

  private Map<?, ?> load(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    options.setCodePointLimit(MOST_CHARACTERS);
    Object loaded;
    try {
      loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      throw new AtlasRefused(file, List.of("不是正确的 YAML：" + e.getMessage()));
    }
    if (loaded instanceof Map<?, ?> map) {
      return map;
    }
    throw new AtlasRefused(file, List.of("应是一个图谱（字段与值），得到的却是别的内容"));
  }

  private LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add("图谱 的 validFrom“" + text + "”不是日期，应写作带引号的 \"2026-01-01\"");
      return LocalDate.EPOCH;
    }
  }

  private List<Link> links(List<?> entries) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String where = "第 " + (i + 1) + " 个环节";
      if (entries.get(i) instanceof Map<?, ?> map) {
        links.add(link(where, map));
      } else {
        faults.add(where + "应是字段与值，得到的是“" + entries.get(i) + "”");
      }
    }
    return links;
  }

  private Link link(String where, Map<?, ?> map) {
    Object code = map.get("code");
    Fields fields = new Fields(code == null ? where : "环节 " + code, map, faults);
    Link link =
        new Link(
            fields.code("code"),
            fields.text("name"),
            fields.text("nameEn"),
            fields.choice("group", Link.Group.values(), Link.Group.UPSTREAM),
            fields.texts("products"),
            fields.texts("keywords").stream().map(Folding::fold).toList(),
            fields.optionalTexts("exclusions").stream().map(Folding::fold).toList(),
            fields.texts("industries"),
            fields.optionalTexts("feeds"),
            map.containsKey("counts")
                ? fields.choice("counts", Role.values(), Role.MAKES)
                : Role.MAKES,
            fields.optionalTexts("also").stream().map(Folding::fold).toList(),
            fields.flag("whole"),
            inputs("环节 " + code, fields.optionalList("inputs")),
            needs("环节 " + code, fields.optionalTexts("needs")));
    fields.refuseOthers();
    return link;
  }

  private List<Link.Input> inputs(String where, List<?> entries) {
    List<Link.Input> inputs = new ArrayList<>();
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> map) {
        Fields fields = new Fields(where + " 的 inputs", map, faults);
        inputs.add(
            new Link.Input(fields.code("of"), fields.number("perTonne"), fields.text("source")));
        fields.refuseOthers();
      } else {
        faults.add(where + " 的 inputs 里“" + entry + "”应是 of、perTonne、source 三个字段");
      }
    }
    return inputs;
  }

  private List<Link.Need> needs(String where, List<String> texts) {
    List<Link.Need> needs = new ArrayList<>();
    for (String text : texts) {
      Arrays.stream(Link.Need.values())
          .filter(need -> need.code().equals(text))
          .findFirst()
          .ifPresentOrElse(
              needs::add,
              () ->
                  faults.add(where + " 的 needs“" + text + "”应是 chemical-park、land、port、steam 之一"));
    }
    return needs;
  }

  /** For tests and tools: the faults of {@code yaml}, none when it can be used. */
  static List<String> faultsOf(@Nullable String yaml) {
    try {
      read("atlas.yaml", yaml == null ? "" : yaml);
      return List.of();
    } catch (AtlasRefused e) {
      return e.faults();
    }
  }
}
