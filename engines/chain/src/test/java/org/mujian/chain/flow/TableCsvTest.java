package org.mujian.chain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.TableRefused;

/** A table of one's own is read or refused in words. */
class TableCsvTest {

  private static final String SQUARE =
      """
      \uFEFF部门,C25 石油,C26 化工,最终需求（消费）,最终需求（出口）
      C25 石油,10,"1,040",-,50

      C26 化工,20,60,100,20
      """;

  private static InputOutput read(String csv) throws IOException {
    return TableCsv.read(new StringReader(csv));
  }

  @Test
  void aSquareTableAndALongOneSayTheSame() throws IOException {
    InputOutput square = read(SQUARE);
    InputOutput longer =
        read(
            """
            from,to,amount
            C25 石油,C25 石油,10
            C25 石油,C26 化工,1000
            C25 石油,C26 化工,40
            C26 化工,C25 石油,20
            C26 化工,C26 化工,60
            C25 石油,final,50
            C26 化工,final demand,120
            """);
    assertThat(square.sectors()).isEqualTo(longer.sectors());
    assertThat(square.output(0)).isEqualTo(1100);
    assertThat(square.leontief(1)).containsExactly(longer.leontief(1));
    assertThat(square.ghosh(0)).containsExactly(longer.ghosh(0));
  }

  @Test
  void whatIsNoTableIsRefusedInWords() {
    refused("", "文件是空的");
    refused(SQUARE.replace("60,100,20", "60,100"), "第 4 行有 4 列，表头有 5 列");
    refused(SQUARE.replace(",60,", ",六十,"), "第 4 行的“六十”不是数");
    refused(SQUARE.replace(",60,", ",NaN,"), "第 4 行的“NaN”不是数");
    refused(SQUARE.replace("最终需求（出口）", "总产出"), "列“总产出”既不是部门");
    refused(SQUARE.replace("C25 石油,C26", "C26 化工,C26"), "列“C26 化工”重复");
    refused(SQUARE.replace(",C25 石油", ",最终需求"), "部门“C25 石油”有行而没有列");
    refused("from,to,amount\na,b\n", "第 2 行有 2 列");
    refused(SQUARE.replace("C26 化工,20,60,100,20", "C26 化工,20,60,-100,0"), "总产出");
    // Each sector delivers all to the other: what they make is not determined.
    refused("部门,甲,乙,最终需求\n甲,0,5,0\n乙,5,0,0\n", "矩阵是奇异的");
  }

  private static void refused(String csv, String why) {
    assertThatThrownBy(() -> read(csv)).isInstanceOf(TableRefused.class).hasMessageContaining(why);
  }

  @Test
  void linksFindTheirSectorsByCodeOrByAListOfOnesOwn() throws IOException {
    Atlas atlas = ShippedAtlases.list().getFirst();
    InputOutput table = read(SQUARE);
    Map<String, Integer> byCode = TableCsv.sectors(atlas, table);
    assertThat(byCode).containsEntry("refining", 0).containsEntry("dyes", 1);
    assertThat(TableCsv.sectors(new StringReader("环节,部门\ndyes,C25 石油\n"), atlas, table))
        .isEqualTo(Map.of("dyes", 0));
    assertThatThrownBy(() -> TableCsv.sectors(new StringReader("环节,部门\ndyes,煤\n"), atlas, table))
        .hasMessageContaining("第 2 行", "dyes，煤");
  }

  @Property(tries = 300)
  void aSparseMatrixIsSolved(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    Sparse.Builder builder = new Sparse.Builder(n);
    double[][] dense = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 3; k++) {
        int j = random.nextInt(n);
        double value = random.nextDouble(-1, 1);
        builder.add(i, j, value);
        dense[i][j] += value;
      }
      int j = (i + (int) (seed & 7)) % n; // a strong place in each row and column, not the diagonal
      builder.add(i, j, 5);
      dense[i][j] += 5;
    }
    double[] x = random.doubles(n, -1, 1).toArray();
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        right[i] += dense[i][j] * x[j];
      }
    }
    assertThat(new Lu(builder.build(), String::valueOf).solve(right))
        .containsExactly(x, within(1e-9));
  }
}
