package org.mujian.web;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What a room draws over the zone's own outlines on the wall map. */
public interface MapLayer {

  /** The things of the page's zone, in degrees (EPSG:4490); called inside a transaction. */
  List<Shape> shapes(Page page);

  /** What the colours mean, with figures where they help; called inside a transaction. */
  List<Key> legend(Page page);

  /**
   * @param id unique on the map, for example {@code parcel-12}
   * @param style of the colour: the variable {@code --st-<style>} of the style sheet
   * @param word what the colour says, for people
   * @param href the thing's page
   */
  record Shape(String id, String style, String word, String name, Geometry outline, String href) {}

  record Key(String style, String text) {}
}
