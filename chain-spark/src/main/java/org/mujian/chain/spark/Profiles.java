package org.mujian.chain.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.mujian.chain.Link;
import org.mujian.chain.registry.Enterprise;

/** Links by region and year, regions by completeness, and who has more than its share. */
final class Profiles {

  private static final StructType PLACES =
      new StructType()
          .add("row", LongType)
          .add("credit_code", StringType)
          .add("division", IntegerType)
          .add("year", IntegerType);

  private static final StructType LINKS =
      new StructType().add("link", StringType).add("role", StringType);

  /** Role and capital of each link by region and year. */
  final Dataset<Row> links;

  /** Enterprises and completeness by region. */
  final Dataset<Row> regions;

  /** Location quotients by link and region, where there is any of the link. */
  final Dataset<Row> quotients;

  /**
   * @param digits of a division's code that make a region: 2, 4 or 6
   */
  Profiles(ChainOnSpark chain, AtlasSource atlas, int digits) {
    String region = "division div " + (int) Math.pow(10, 6 - digits);
    links =
        chain
            .tags(atlas)
            .groupBy(col("link"), expr(region).cast("int").as("region"), col("year"), col("role"))
            .agg(count(lit(1)).as("enterprises"), sum(greatest(col("yuan"), lit(0L))).as("yuan"))
            .cache();
    Dataset<Row> base =
        chain
            .spark()
            .createDataFrame(
                chain.<Row>last(
                    (row, of, out) -> {
                      Enterprise it = of.enterprise();
                      out.accept(RowFactory.create(row, it.key(), it.division(), it.year()));
                    }),
                PLACES)
            .groupBy(expr(region).cast("int").as("region"))
            .agg(count(lit(1)).as("all_here"))
            .cache();
    List<Link> all = atlas.tagger().atlas().links();
    Dataset<Row> present =
        links
            .join(counted(chain, all), new String[] {"link", "role"})
            .groupBy("link", "region")
            .agg(sum("enterprises").as("here"))
            .cache();
    regions =
        base.join(
                present.groupBy("region").agg(countDistinct("link").as("filled")),
                new String[] {"region"},
                "left")
            .select(
                col("region"),
                col("all_here").as("enterprises"),
                expr("coalesce(filled, 0) / cast(" + all.size() + " as double)")
                    .as("completeness"));
    quotients = quotients(base, present);
  }

  private static Dataset<Row> quotients(Dataset<Row> base, Dataset<Row> present) {
    Dataset<Row> total = base.agg(sum("all_here").as("all_everywhere"));
    return present
        .join(present.groupBy("link").agg(sum("here").as("everywhere")), "link")
        .join(base, "region")
        .crossJoin(total)
        .select(
            col("link"),
            col("region"),
            col("here"),
            col("everywhere"),
            expr("(cast(here as double) / all_here)"
                    + " / (cast(everywhere as double) / all_everywhere)")
                .as("quotient"));
  }

  /** The role by which each link is present. */
  private static Dataset<Row> counted(ChainOnSpark chain, List<Link> links) {
    return chain
        .spark()
        .createDataFrame(
            links.stream()
                .map(link -> RowFactory.create(link.code(), link.counts().code()))
                .toList(),
            LINKS);
  }
}
