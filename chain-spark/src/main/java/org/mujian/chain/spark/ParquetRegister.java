package org.mujian.chain.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mujian.chain.registry.RegistryCsv;

/**
 * Parquet files with columns named as those of the CSV, whatever their types; rows are numbered by
 * file name and by their place in the file.
 */
final class ParquetRegister implements Register {

  private final Dataset<Row> rows;
  private final List<String> header;
  private final Map<String, Long> firstRows = new HashMap<>();
  private long total;

  ParquetRegister(SparkSession spark, String path) throws IOException {
    Dataset<Row> all = spark.read().parquet(path);
    this.header = List.of(all.columns());
    try {
      RegistryCsv.of(header);
    } catch (IOException refused) {
      throw new Refused(path + "：" + refused.getMessage());
    }
    List<Column> columns = new ArrayList<>();
    header.forEach(name -> columns.add(all.col("`" + name + "`").cast("string")));
    columns.add(col("_metadata.file_path").as("_file"));
    columns.add(col("_metadata.row_index").as("_place"));
    this.rows = all.select(columns.toArray(new Column[0]));
    for (Row file :
        rows.groupBy(col("_file")).agg(count(lit(1))).orderBy(col("_file")).collectAsList()) {
      firstRows.put(file.getString(0), total);
      total += file.getLong(1);
    }
  }

  @Override
  public <T> JavaRDD<T> each(Work<T> work) {
    List<String> header = this.header;
    Map<String, Long> firstRows = this.firstRows;
    return rows.toJavaRDD().mapPartitions(rows -> some(rows, header, firstRows, work));
  }

  private static <T> Iterator<T> some(
      Iterator<Row> rows, List<String> header, Map<String, Long> firstRows, Work<T> work)
      throws IOException {
    RegistryCsv columns = RegistryCsv.of(header);
    return new Flat<>(
        rows,
        (row, out) -> {
          List<String> fields = new ArrayList<>(header.size());
          for (int i = 0; i < header.size(); i++) {
            fields.add(row.isNullAt(i) ? "" : row.getString(i));
          }
          long first = firstRows.getOrDefault(row.getString(header.size()), 0L);
          work.of(first + row.getLong(header.size() + 1), columns.row(fields), out);
        });
  }

  @Override
  public JavaRDD<RowKeys> keys() {
    List<String> header = this.header;
    Map<String, Long> firstRows = this.firstRows;
    return rows.toJavaRDD()
        .mapPartitions(
            some -> {
              RowKeys keys = new RowKeys();
              some(some, header, firstRows, (row, it, out) -> keys.add(it.packedKey(), row))
                  .forEachRemaining(
                      nothing -> {
                        throw new IllegalStateException();
                      });
              return List.of(keys).iterator();
            });
  }

  @Override
  public RegistryCsv.Read read() {
    return new RegistryCsv.Read(total, 0, 0);
  }
}
