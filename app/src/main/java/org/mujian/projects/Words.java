package org.mujian.projects;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.mujian.projects.course.EvidenceKind;
import org.mujian.projects.course.Missing;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Verdict;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Texts;

/** The words of stages, evidence and lights in one language. */
final class Words {

  private final Texts texts;
  private final Language language;

  Words(Texts texts, Language language) {
    this.texts = texts;
    this.language = language;
  }

  static Words of(Page page) {
    return new Words(page.texts(), page.language());
  }

  String stage(Stage stage) {
    return name(stage.name(), stage.nameEn());
  }

  String kind(EvidenceKind kind) {
    return name(kind.name(), kind.nameEn());
  }

  private String name(String chinese, String english) {
    return switch (language) {
      case ENGLISH -> english;
      case TRADITIONAL -> ZhConverterUtil.toTraditional(chinese);
      case SIMPLIFIED -> chinese;
    };
  }

  Light light(Verdict verdict) {
    Light.State state =
        switch (verdict.state()) {
          case OK -> Light.State.OK;
          case WARN -> Light.State.WARN;
          case BAD -> Light.State.BAD;
        };
    return new Light(state, reason(verdict));
  }

  String reason(Verdict verdict) {
    Object[] values = verdict.values().stream().map(this::word).toArray();
    return texts.get(language, "projects.light." + verdict.key(), values);
  }

  Object word(Object value) {
    return switch (value) {
      case Stage stage -> stage(stage);
      case LocalDate day -> day.toString();
      case List<?> list ->
          list.isEmpty()
              ? texts.get(language, "projects.missing.nothing")
              : list.stream()
                  .map(m -> missing((Missing) m))
                  .collect(Collectors.joining(texts.get(language, "projects.missing.and")));
      case Number number -> number.toString();
      default -> value;
    };
  }

  String missing(Missing missing) {
    return switch (missing) {
      case Missing.Paper paper -> texts.get(language, "projects.missing.paper", kind(paper.kind()));
      case Missing.Code code -> texts.get(language, "projects.missing.code");
      case Missing.StageBefore before ->
          texts.get(language, "projects.missing.stage", stage(before.stage()));
      case Missing.Before before ->
          texts.get(
              language, "projects.missing.before", stage(before.stage()), before.on().toString());
      case Missing.EnteredAlready entered ->
          texts.get(
              language,
              "projects.missing.entered",
              stage(entered.stage()),
              entered.on().toString());
    };
  }
}
