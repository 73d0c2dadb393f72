package org.mujian.chain.registry;

import java.util.ArrayList;
import java.util.List;
import org.mujian.chain.Folding;
import org.mujian.chain.Tag;

/** Tags as lines of CSV, the same wherever they were made. */
public final class TagLines {

  public static final String HEADER = "row,credit_code,link,role,score,words\n";

  private TagLines() {}

  /** Different words, folded, in their order, joined by「；」. */
  public static String words(Tag tag) {
    if (tag.words().size() == 1) {
      return Folding.fold(tag.words().getFirst().text());
    }
    List<String> words = new ArrayList<>(tag.words().size());
    for (Tag.Word word : tag.words()) {
      String folded = Folding.fold(word.text());
      if (!words.contains(folded)) {
        words.add(folded);
      }
    }
    return String.join("；", words);
  }

  public static void append(StringBuilder to, long row, String key, Tag tag) {
    append(to, row, key, tag.link(), tag.role().code(), tag.score(), words(tag));
  }

  public static void append(
      StringBuilder to, long row, String key, String link, String role, int score, String words) {
    to.append(row).append(',').append(key).append(',').append(link).append(',').append(role);
    to.append(',').append(score).append(",\"").append(words.replace("\"", "\"\"")).append("\"\n");
  }
}
