package org.mujian.chain.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;

/**
 * What an encoded registry keeps, one by one and in plain form: for those who keep the same
 * elsewhere.
 */
public final class Stored {

  private Stored() {}

  /**
   * @param text folded, without blanks at its ends
   * @param kind {@link #reading} tells what it says of role and machines
   * @param leading whether it stands in its scope's first phrase; false where it stands in none
   */
  public record Item(String text, int kind, boolean leading) {}

  /**
   * @param name {@link #nameSays} tells what it stands for
   * @param items in their order in the scope
   * @param leading how many of them, from the first on, stand in the first phrase
   */
  public record Row(
      String key,
      int name,
      int division,
      int year,
      long yuan,
      String industry,
      List<Integer> items,
      int leading) {}

  /** The items of a scope. */
  public static List<Item> items(String scope) {
    ReadRows one = new ReadRows();
    one.add(new Enterprise("", null, scope, 0, 0, 0));
    List<Item> items = new ArrayList<>();
    ItemTable table = one.items();
    one.rows()
        .places(
            0,
            (item, leading) ->
                items.add(
                    new Item(
                        new String(
                            table.texts(), table.start(item), table.end(item) - table.start(item)),
                        table.kind(item),
                        leading)));
    return items;
  }

  public static int name(Enterprise enterprise) {
    return Kinds.of(NameSays.of(enterprise.name()));
  }

  public static NameSays nameSays(int name) {
    return Kinds.name((byte) name);
  }

  /** An item as the tagger reads it. */
  public static Reading.Item reading(int length, int kind) {
    return new Reading.Item(
        0, length, Kinds.role((byte) kind), false, Kinds.ofMachines((byte) kind));
  }

  public static Item item(EncodedRegistry registry, int item) {
    return new Item(new String(registry.text(item)), registry.kind(item), false);
  }

  /** All rows in their order, replaced ones too. */
  public static List<Row> rows(EncodedRegistry registry) {
    List<Row> rows = new ArrayList<>();
    for (int segment = 0; segment < registry.segments(); segment++) {
      registry.readAll(
          segment,
          (row, places, from, to) ->
              rows.add(
                  new Row(
                      registry.key(row.number()),
                      Kinds.of(row.name()),
                      row.division(),
                      row.year(),
                      row.yuan(),
                      Industry.unpack(row.industry()),
                      Arrays.stream(places, from, to).boxed().toList(),
                      row.leading())));
    }
    return rows;
  }
}
