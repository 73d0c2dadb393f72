package org.mujian.land;

import java.util.List;
import org.mujian.web.Page;

/** What another room says of parcels whose supplyable day moves; land itself knows none of it. */
public interface Consequences {

  /** Called inside a transaction, on the page of a work that slips. */
  List<Consequence> of(Page page, List<Land.Moved> moved);

  /**
   * @param text what moves, with its number
   * @param things which ones, by name
   */
  record Consequence(String text, List<Thing> things) {}

  record Thing(String name, String href, String note) {}
}
