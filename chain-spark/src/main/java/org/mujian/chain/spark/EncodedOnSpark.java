package org.mujian.chain.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;
import org.mujian.chain.registry.Enterprise;
import org.mujian.chain.registry.Stored;
import org.mujian.chain.registry.TagLines;

/**
 * An encoded register as two tables: items, numbered in the order in which they come first, and
 * rows with the numbers of theirs. A new atlas is then laid over items alone.
 */
record EncodedOnSpark(Dataset<Row> items, Dataset<Row> rows) {

  private static final StructType PLACES =
      new StructType()
          .add("row", LongType)
          .add("place", IntegerType)
          .add("text", StringType)
          .add("kind", IntegerType);

  private static final StructType ITEMS =
      new StructType().add("item", IntegerType).add("text", StringType).add("kind", IntegerType);

  private static final StructType ROWS =
      new StructType()
          .add("row", LongType)
          .add("credit_code", StringType)
          .add("name_says", IntegerType)
          .add("division", IntegerType)
          .add("year", IntegerType)
          .add("yuan", LongType)
          .add("industry", StringType)
          .add("leading", IntegerType);

  private static final StructType WORDS =
      new StructType()
          .add("item", IntegerType)
          .add(
              "words",
              DataTypes.createArrayType(
                  new StructType()
                      .add("link", IntegerType)
                      .add("role", StringType)
                      .add("text", StringType)));

  static EncodedOnSpark of(ChainOnSpark chain) {
    SparkSession spark = chain.spark();
    Dataset<Row> places =
        spark
            .createDataFrame(
                chain
                    .register()
                    .<Row>each(
                        (row, it, out) -> {
                          int place = 0;
                          for (Stored.Item item : Stored.items(it.enterprise().scope())) {
                            out.accept(RowFactory.create(row, place++, item.text(), item.kind()));
                          }
                        }),
                PLACES)
            .cache();
    Dataset<Row> first =
        places
            .groupBy("text", "kind")
            .agg(min(struct(col("row"), col("place"))).as("first"))
            .orderBy("first");
    Dataset<Row> items =
        spark
            .createDataFrame(
                first
                    .toJavaRDD()
                    .zipWithIndex()
                    .map(
                        it ->
                            RowFactory.create(
                                Math.toIntExact(it._2()), it._1().getString(0), it._1().getInt(1))),
                ITEMS)
            .cache();
    Dataset<Row> numbers =
        places
            .join(items, new String[] {"text", "kind"})
            .groupBy("row")
            .agg(
                expr("transform(array_sort(collect_list(struct(place, item))), x -> x.item)")
                    .as("items"));
    Dataset<Row> rows =
        spark
            .createDataFrame(
                chain.register().<Row>each((row, it, out) -> out.accept(row(row, it.enterprise()))),
                ROWS)
            .join(numbers, new String[] {"row"}, "left")
            .withColumn("items", expr("coalesce(items, cast(array() as array<int>))"));
    return new EncodedOnSpark(items, rows);
  }

  private static Row row(long row, Enterprise it) {
    List<Stored.Item> items = Stored.items(it.scope());
    return RowFactory.create(
        row,
        it.key(),
        Stored.name(it),
        it.division(),
        it.year(),
        it.yuan(),
        it.industry(),
        (int) items.stream().filter(Stored.Item::leading).count());
  }

  /** As it was written. */
  static EncodedOnSpark read(SparkSession spark, String folder) {
    return new EncodedOnSpark(
        spark.read().parquet(folder + "/items"), spark.read().parquet(folder + "/rows"));
  }

  void write(String folder) {
    items.write().parquet(folder + "/items");
    rows.write().parquet(folder + "/rows");
  }

  /** The tags of all rows that are not replaced. */
  Dataset<Row> tags(AtlasSource atlas) {
    Dataset<Row> words =
        items
            .sparkSession()
            .createDataFrame(
                items
                    .toJavaRDD()
                    .mapPartitions(
                        some ->
                            new Flat<>(
                                some,
                                (item, out) -> {
                                  List<Row> found = places(atlas.tagger(), item);
                                  if (!found.isEmpty()) {
                                    out.accept(RowFactory.create(item.getInt(0), found.toArray()));
                                  }
                                })),
                WORDS);
    Dataset<Row> last =
        rows.where("credit_code <> ''").groupBy("credit_code").agg(expr("max(row)").as("_last"));
    Dataset<Row> found =
        rows.join(last, new String[] {"credit_code"}, "left")
            .where("_last is null or _last = row")
            .selectExpr(
                "row",
                "struct(credit_code, name_says, division, year, yuan, industry, leading) as of",
                "posexplode(items) as (place, item)")
            .join(words, "item")
            .groupBy("row", "of")
            .agg(collect_list(struct(col("place"), col("words"))).as("places"))
            .selectExpr("row", "of.*", "array_sort(places, (a, b) -> a.place - b.place) as places");
    return items
        .sparkSession()
        .createDataFrame(
            found
                .toJavaRDD()
                .mapPartitions(
                    some -> new Flat<>(some, (row, out) -> tags(atlas.tagger(), row).forEach(out))),
            ChainOnSpark.TAGS);
  }

  private static List<Row> places(ScopeTagger tagger, Row item) {
    String text = item.getString(1);
    return tagger.places(text.toCharArray(), Stored.reading(text.length(), item.getInt(2))).stream()
        .map(
            place ->
                RowFactory.create(
                    place.link(), place.role().name(), text.substring(place.start(), place.end())))
        .toList();
  }

  private static List<Row> tags(ScopeTagger tagger, Row row) {
    ScopeTagger.Tags tags = tagger.new Tags(Stored.nameSays(row.getInt(2)));
    int leading = row.getInt(7);
    int number = 0;
    for (Object each : row.getList(8)) {
      Row place = (Row) each;
      for (Object it : place.getList(1)) {
        Row word = (Row) it;
        tags.add(
            new ScopeTagger.Place(
                word.getInt(0), number, number, org.mujian.chain.Role.valueOf(word.getString(1))),
            word.getString(2),
            place.getInt(0) < leading);
        number++;
      }
    }
    String industry = row.getString(6);
    return tags.list(industry.isEmpty() ? null : industry).stream()
        .map(
            (Tag tag) ->
                RowFactory.create(
                    row.getLong(0),
                    row.getString(1),
                    tag.link(),
                    tag.role().code(),
                    tag.score(),
                    TagLines.words(tag),
                    row.getInt(3),
                    row.getInt(4),
                    row.getLong(5)))
        .toList();
  }
}
