package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Cells copied from Excel or WPS. */
class PastedTest {

  @Test
  void pastedCellsKeepTheirQuotesAndLineBreaks() {
    assertThat(Pasted.rows("a\t\"b\nc\"\"d\"\te\r\n5\" 管\t\t\r\n\r\n"))
        .containsExactly(List.of("a", "b\nc\"d", "e"), List.of("5\" 管", "", ""));
  }

  @Test
  void nothingPastedIsToldWithTheWayOut() {
    assertThatThrownBy(() -> Pasted.rows(" \n\t\n")).hasMessageContaining("连表头");
  }

  @Property(tries = 300)
  void cellsWithoutTabsAndQuotesComeBackAsTheyAre(@ForAll @Size(max = 200) String text) {
    String plain = text.replaceAll("[\t\r\n\"]", "");
    assertThat(Pasted.rows("x" + plain + "\ty")).containsExactly(List.of("x" + plain, "y"));
    try {
      assertThat(Pasted.rows(text)).isNotEmpty();
    } catch (ProjectRefused e) {
      assertThat(text.replace("\"", "")).isBlank();
    }
  }
}
