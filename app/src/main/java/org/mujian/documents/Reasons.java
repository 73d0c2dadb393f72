package org.mujian.documents;

import java.util.ArrayList;
import java.util.List;
import org.mujian.web.Language;
import org.mujian.web.Texts;

/** The reasons against a row in words, as the last column of a file of rejected rows has them. */
final class Reasons {

  /** The column's header; whoever mends a row clears its cell. */
  static final String HEADER = "原因（改好后清空）";

  private final Understood understood;
  private final Texts texts;
  private final Language language;

  Reasons(Understood understood, Texts texts, Language language) {
    this.understood = understood;
    this.texts = texts;
    this.language = language;
  }

  /** Where the file has a column of reasons from an earlier import, or -1. */
  static int columnIn(Understood understood) {
    return understood.headers().indexOf(HEADER);
  }

  String words(RowCheck.Checked checked) {
    List<String> words = new ArrayList<>();
    for (String reason : checked.reasons()) {
      int colon = reason.indexOf(':');
      int column = colon <= 0 ? -1 : Integer.parseInt(reason.substring(0, colon));
      String code = reason.substring(colon + 1);
      String key = "import.reason." + code;
      String text =
          texts.keys().contains(key) ? texts.get(language, key, checked.row().cell(column)) : code;
      String header =
          column >= 0 && column < understood.headers().size()
              ? understood.headers().get(column) + "："
              : "";
      words.add(header + text + " [" + code + "]");
    }
    return String.join("；", words);
  }
}
