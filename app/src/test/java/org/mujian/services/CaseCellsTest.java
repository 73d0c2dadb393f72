package org.mujian.services;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mujian.documents.ImportKind.Cell;

/** Cells of the platform's export. */
class CaseCellsTest {

  @Test
  void statesAndResultsAreReadInTheWordsOfThePlatform() {
    assertThat(CaseImport.state("审批中")).isEqualTo(new Cell.Value("open"));
    assertThat(CaseImport.state("办结归档")).isEqualTo(new Cell.Value("closed"));
    assertThat(CaseImport.state("丢了")).isEqualTo(new Cell.Fault("case-state-unreadable"));
    assertThat(CaseImport.result("不予许可")).isEqualTo(new Cell.Value("refused"));
    assertThat(CaseImport.result("—")).isEqualTo(new Cell.Value(null));
    assertThat(CaseImport.date("2026年3月1日")).isEqualTo(new Cell.Value("2026-03-01"));
    assertThat(CaseImport.text("x".repeat(61), 60)).isEqualTo(new Cell.Fault("case-text-long"));
  }

  @Property(tries = 500)
  void anyTextIsAValueOrAFault(@ForAll String text) {
    assertThat(CaseImport.COLUMNS)
        .allSatisfy(column -> assertThat(column.reader().read(text)).isNotNull());
  }
}
