package org.mujian.chain.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.mujian.chain.Tag;
import org.mujian.chain.registry.CsvTagging;
import org.mujian.chain.registry.RegistryCsv;
import org.mujian.chain.registry.TagLines;

/** Opens a register and tells its tags. */
final class ChainOnSpark {

  static final StructType TAGS =
      new StructType()
          .add("row", LongType)
          .add("credit_code", StringType)
          .add("link", StringType)
          .add("role", StringType)
          .add("score", IntegerType)
          .add("words", StringType)
          .add("division", IntegerType)
          .add("year", IntegerType)
          .add("yuan", LongType);

  private static final StructType KEYS =
      new StructType().add("credit_code", StringType).add("row", LongType);

  private final SparkSession spark;
  private final Register register;

  /**
   * @param path a CSV file, a folder of CSV files, or Parquet
   */
  ChainOnSpark(SparkSession spark, String path) throws IOException {
    this.spark = spark;
    this.register = open(path);
  }

  private Register open(String name) throws IOException {
    Path path = new Path(name);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    FileSystem files = path.getFileSystem(context.hadoopConfiguration());
    if (!files.exists(path)) {
      throw new Refused("找不到文件 " + name);
    }
    List<FileStatus> csv = new ArrayList<>();
    for (FileStatus file : files.listStatus(path)) {
      if (file.getPath().getName().toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
        csv.add(file);
      }
    }
    return csv.isEmpty() ? new ParquetRegister(spark, name) : new CsvRegister(context, csv);
  }

  SparkSession spark() {
    return spark;
  }

  Register register() {
    return register;
  }

  RegistryCsv.Read read() {
    return register.read();
  }

  /** The tags of all rows that are not replaced. */
  Dataset<Row> tags(AtlasSource atlas) {
    return withoutReplaced(
        spark.createDataFrame(
            register.<Row>each(
                (row, it, out) -> {
                  for (Tag tag : CsvTagging.tags(atlas.tagger(), it)) {
                    out.accept(
                        RowFactory.create(
                            row,
                            it.key(),
                            tag.link(),
                            tag.role().code(),
                            tag.score(),
                            TagLines.words(tag),
                            it.division(),
                            it.year(),
                            it.yuan()));
                  }
                }),
            TAGS));
  }

  /**
   * @param rows with {@code credit_code} and {@code row}
   */
  Dataset<Row> withoutReplaced(Dataset<Row> rows) {
    Dataset<Row> last =
        spark
            .createDataFrame(
                register.<Row>each(
                    (row, it, out) -> {
                      if (!it.key().isEmpty()) {
                        out.accept(RowFactory.create(it.key(), row));
                      }
                    }),
                KEYS)
            .groupBy("credit_code")
            .agg(max("row").as("_last"), count(lit(1)).as("_times"))
            .where(col("_times").gt(1))
            .drop("_times");
    return rows.join(last, new String[] {"credit_code"}, "left")
        .where(col("_last").isNull().or(col("_last").equalTo(col("row"))))
        .select(
            java.util.Arrays.stream(rows.columns())
                .map(c -> col(c))
                .toArray(org.apache.spark.sql.Column[]::new));
  }
}
