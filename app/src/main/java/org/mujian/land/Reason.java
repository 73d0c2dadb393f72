package org.mujian.land;

import java.util.List;
import org.mujian.web.Language;
import org.mujian.web.Texts;

/**
 * Why a light shows what it shows, in one line and in any language.
 *
 * @param key of the message
 * @param values filled in; a {@link Worded} one by its name
 */
public record Reason(String key, List<Object> values) {

  public Reason {
    values = List.copyOf(values);
  }

  static Reason of(String key, Object... values) {
    return new Reason("land.reason." + key, List.of(values));
  }

  public String in(Texts texts, Language language) {
    Object[] filled =
        values.stream()
            .map(
                v -> v instanceof Worded word ? texts.get(language, word.key()) : String.valueOf(v))
            .toArray();
    return texts.get(language, key, filled);
  }
}
