// The zone's map: outlines that the server has already placed in the zone's plane (metres), so
// nothing is projected here and nothing is fetched from elsewhere.
"use strict";

(() => {
  const canvas = document.getElementById("map");
  if (!canvas || !window.ol) return;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = getComputedStyle(document.body).fontFamily;

  const projection = new ol.proj.Projection({ code: canvas.dataset.crs, units: "m", axisOrientation: "enu" });
  ol.proj.addProjection(projection);
  const source = new ol.source.Vector();
  let chosen = null;
  let middle = 0;

  function faded(hex, alpha) {
    const n = parseInt(hex.slice(1), 16);
    return `rgba(${n >> 16}, ${(n >> 8) & 255}, ${n & 255}, ${alpha})`;
  }

  const kinds = {
    boundary: () => ({ stroke: colour("--plot"), width: 2, dash: [8, 6], fill: "rgba(0, 0, 0, 0)", ink: colour("--plot") }),
    block: () => ({ stroke: colour("--plot"), width: 2, fill: faded(colour("--plot"), 0.18), ink: colour("--plot"), big: true }),
    settlement: () => ({ stroke: colour("--mute"), width: 1, fill: faded(colour("--mute"), 0.15), ink: colour("--mute") }),
    river: () => ({ stroke: colour("--water"), width: 14, ink: colour("--water-ink"), line: true }),
    thing: (f) => ({ stroke: colour("--card"), width: 1, fill: colour(`--st-${f.get("style")}`), ink: "#17222d", small: true }),
    road: () => ({ stroke: colour("--road"), width: 7, ink: colour("--road-ink"), line: true }),
  };

  // A line that runs north to south is named from top to bottom, as wall maps do.
  function runsUpright(geometry) {
    const [west, south, east, north] = geometry.getExtent();
    return geometry.getType() === "LineString" && north - south > east - west;
  }

  const isInTheWest = (geometry) => ol.extent.getCenter(geometry.getExtent())[0] < middle;

  function style(feature, resolution) {
    const look = kinds[feature.get("kind")](feature);
    const upright = runsUpright(feature.getGeometry());
    const mark = feature === chosen ? 3 : 0;
    const styles = [
      new ol.style.Style({
        zIndex: look.small ? 3 : look.line ? 1 : 2,
        stroke: new ol.style.Stroke({ color: look.stroke, width: look.width + mark, lineDash: look.dash }),
        fill: look.fill && new ol.style.Fill({ color: look.fill }),
        text: feature.get("kind") === "boundary" || (look.small && resolution > 2.5) ? undefined : new ol.style.Text({
          text: upright ? [...feature.get("name")].join("\n") : feature.get("name"),
          font: `${look.big ? "600 15px" : look.small ? "11px" : "13px"} ${font}`,
          placement: look.line && !upright ? "line" : "point",
          fill: new ol.style.Fill({ color: look.ink }),
          stroke: new ol.style.Stroke(look.small ? { color: "rgba(255, 255, 255, .7)", width: 2 } : { color: colour("--map"), width: 4 }),
          textBaseline: look.line && !upright ? "bottom" : "middle",
          offsetY: look.line && !upright ? -look.width / 2 - 2 : 0,
          offsetX: upright ? (look.width / 2 + 10) * (isInTheWest(feature.getGeometry()) ? -1 : 1) : 0,
          overflow: true,
        }),
      }),
    ];
    if (feature.get("kind") === "road") {
      styles.push(new ol.style.Style({ zIndex: 1, stroke: new ol.style.Stroke({ color: colour("--card"), width: 1.5, lineDash: [10, 8] }) }));
    }
    return styles;
  }

  const view = new ol.View({ projection, center: [500000, 4500000], resolution: 10, minResolution: 0.1, maxResolution: 400, enableRotation: false });
  const whole = { padding: [16, 16, 16, 16] };
  const map = new ol.Map({
    target: canvas,
    view,
    layers: [new ol.layer.Vector({ source, style, declutter: false })],
    controls: [
      new ol.control.Zoom({ zoomInTipLabel: canvas.dataset.zoomIn, zoomOutTipLabel: canvas.dataset.zoomOut }),
      new ol.control.ScaleLine({ target: "scale", minWidth: 80 }),
      new ol.control.MousePosition({
        target: "position",
        className: "position",
        placeholder: "E –  N –",
        coordinateFormat: ([east, north]) => `E ${east.toFixed(1)}  N ${north.toFixed(1)}`,
      }),
    ],
    interactions: ol.interaction.defaults.defaults({ onFocusOnly: false, altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false })
      .extend([new ol.interaction.MouseWheelZoom({ condition: ol.events.condition.platformModifierKeyOnly })]),
  });
  document.getElementById("position").firstChild.remove();

  function choose(feature, move) {
    chosen = feature;
    source.changed();
    document.querySelectorAll("[data-feature]").forEach((button) => {
      button.setAttribute("aria-pressed", String(feature !== null && button.dataset.feature === String(feature.getId())));
    });
    if (feature && move) view.fit(feature.getGeometry(), { ...whole, duration: 200 });
    if (feature && !move) document.getElementById("map-text").open = true;
  }

  map.on("singleclick", (event) => {
    const found = map.forEachFeatureAtPixel(event.pixel, (f) => f, { hitTolerance: 6 }) ?? null;
    if (found?.get("href")) location.href = found.get("href");
    else choose(found, false);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-feature]");
    if (button) choose(source.getFeatureById(button.dataset.feature), true);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => source.changed());

  fetch(canvas.dataset.layers, { headers: { Accept: "application/json" } })
    .then((reply) => (reply.ok ? reply.json() : Promise.reject(reply.status)))
    .then((layers) => {
      const drawn = new ol.format.GeoJSON().readFeatures(layers);
      const surfaces = drawn.filter((f) => ["boundary", "block"].includes(f.get("kind")));
      const extent = ol.extent.createEmpty();
      (surfaces.length ? surfaces : drawn).forEach((f) => ol.extent.extend(extent, f.getGeometry().getExtent()));
      middle = ol.extent.getCenter(extent)[0] - ol.extent.getWidth(extent) * 0.3;
      source.addFeatures(drawn);
      // The neighbours are drawn around it: leave room for them.
      view.fit(ol.extent.buffer(extent, ol.extent.getWidth(extent) * 0.12), whole);
      canvas.dataset.ready = "true";
    })
    .catch(() => {
      const word = document.createElement("p");
      word.className = "notice warn";
      word.textContent = canvas.dataset.failed;
      canvas.before(word);
    });
})();
