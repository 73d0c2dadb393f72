package org.mujian.chain.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.mujian.chain.Tag;
import org.mujian.chain.registry.Enterprise;
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

  /** Work on all rows that are not replaced by later ones of the same code. */
  <T> JavaRDD<T> last(Register.Work<T> work) {
    Broadcast<long[]> replaced = replaced();
    return register.each(
        (row, it, out) -> {
          if (Arrays.binarySearch(replaced.value(), row) < 0) {
            work.of(row, it, out);
          }
        });
  }

  private Broadcast<long[]> replaced() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return context.broadcast(
        RowKeys.replaced(register.keys(), Math.max(1, context.defaultParallelism())));
  }

  /** The tags of all rows that are not replaced. */
  Dataset<Row> tags(AtlasSource atlas) {
    return spark.createDataFrame(
        this.<Row>last(
            (row, of, out) -> {
              if (!of.mayHold(atlas.tagger())) {
                return;
              }
              List<Tag> tags = of.tags(atlas.tagger());
              if (tags.isEmpty()) {
                return;
              }
              Enterprise it = of.enterprise();
              for (Tag tag : tags) {
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
        TAGS);
  }
}
