// The map of parcels: outlines already in the zone's plane (metres); map and list select together,
// the slider shows what could be supplied by a day, and a new parcel is drawn here.
"use strict";

(() => {
  const canvas = document.getElementById("parcels");
  if (!canvas || !window.ol) return;
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = getComputedStyle(document.body).fontFamily;
  const projection = new ol.proj.Projection({ code: canvas.dataset.crs, units: "m", axisOrientation: "enu" });
  ol.proj.addProjection(projection);

  const source = new ol.source.Vector();
  // A row may stand for several parcels: their ids, apart by blanks.
  const ids = (text) => text.split(" ").filter(Boolean).map(Number);
  let chosen = ids(canvas.dataset.chosen ?? "");
  let day = canvas.dataset.today;

  // What the parcel would be on the day looked at.
  function status(feature) {
    const on = feature.get("on");
    const open = ["waiting", "legal"].includes(feature.get("status"));
    return open && feature.get("free") && on && on <= day ? "supplyable" : feature.get("status");
  }

  function style(feature, resolution) {
    const mine = chosen.includes(feature.getId());
    const text = feature.get("number") + (resolution < 1.2 ? `\n${feature.get("mu")} ${canvas.dataset.unit}` : "");
    return new ol.style.Style({
      zIndex: mine ? 2 : 1,
      fill: new ol.style.Fill({ color: css(`--st-${status(feature)}`) }),
      stroke: new ol.style.Stroke({ color: mine ? css("--ink") : css("--card"), width: mine ? 3 : 1 }),
      text: resolution > 4 ? undefined : new ol.style.Text({
        text, font: `12px ${font}`, fill: new ol.style.Fill({ color: "#17222d" }),
        stroke: new ol.style.Stroke({ color: "rgba(255, 255, 255, .75)", width: 3 }),
      }),
    });
  }

  const view = new ol.View({ projection, center: [500000, 4500000], resolution: 4, minResolution: 0.05, maxResolution: 200, enableRotation: false });
  const room = { padding: [24, 24, 24, 24], maxZoom: 40 };
  const map = new ol.Map({
    target: canvas,
    view,
    layers: [new ol.layer.Vector({ source, style })],
    controls: [new ol.control.Zoom({ zoomInTipLabel: "+", zoomOutTipLabel: "−" })],
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false })
      .extend([new ol.interaction.MouseWheelZoom({ condition: ol.events.condition.platformModifierKeyOnly })]),
  });

  function choose(parcels, scroll) {
    const rows = [...document.querySelectorAll("[data-parcel]")];
    const found = rows.find((row) => ids(row.dataset.parcel).some((id) => parcels.includes(id)));
    chosen = found ? ids(found.dataset.parcel) : parcels;
    source.changed();
    rows.forEach((row) => {
      const mine = row === found;
      row.setAttribute("aria-selected", String(mine));
      if (mine && scroll) row.scrollIntoView({ block: "nearest" });
    });
  }

  const drawing = canvas.dataset.draw;
  if (!drawing) {
    map.on("singleclick", (event) => {
      const feature = map.forEachFeatureAtPixel(event.pixel, (f) => f, { hitTolerance: 4 });
      if (feature) choose([feature.getId()], true);
    });
    map.on("dblclick", (event) => {
      const feature = map.forEachFeatureAtPixel(event.pixel, (f) => f);
      if (feature) {
        event.preventDefault();
        location.href = feature.get("href");
      }
    });
  }
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const row = event.target.closest("[data-parcel]");
      if (row?.dataset.parcel) choose(ids(row.dataset.parcel), false);
    });
  }

  // Up, down and enter in the list.
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-parcel]");
    if (!row || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector("a")?.focus();
    if (next) event.preventDefault();
  });

  const slider = document.getElementById("day");
  slider?.addEventListener("input", () => {
    const mark = document.querySelectorAll("#days option")[slider.value];
    day = mark.label;
    const by = document.getElementById("by");
    by.querySelector("b").textContent = day;
    const words = by.lastChild;
    words.textContent = words.textContent.replace(/[\d.]+/g, ((i) => () => [mark.dataset.mu, mark.dataset.parcels][i++])(0));
    const list = document.getElementById("by-list");
    const address = new URL(list.href);
    address.searchParams.set("at", day);
    list.href = address;
    source.changed();
  });

  if (drawing) {
    const sketch = new ol.source.Vector();
    map.addLayer(new ol.layer.Vector({ source: sketch }));
    const field = document.getElementById("outline");
    const measured = document.getElementById("measured");
    const draw = new ol.interaction.Draw({ source: sketch, type: "Polygon" });
    map.addInteraction(draw);
    draw.on("drawstart", () => sketch.clear());
    draw.on("drawend", async (event) => {
      const ring = event.feature.getGeometry().getCoordinates();
      field.value = JSON.stringify({ type: "Polygon", coordinates: ring });
      const form = new FormData(field.form);
      const reply = await fetch(drawing, { method: "POST", body: new URLSearchParams(form), headers: { Accept: "application/json" } });
      const answer = await reply.json().catch(() => ({}));
      measured.textContent = answer.mu ? `${answer.mu} ${canvas.dataset.unit} · ${answer.m2} m²` : answer.problem ?? "";
    });
    if (field.value) sketch.addFeature(new ol.Feature(new ol.geom.Polygon(JSON.parse(field.value).coordinates)));
    document.getElementById("again").addEventListener("click", () => {
      sketch.clear();
      field.value = "";
      measured.textContent = "";
    });
  }

  fetch(canvas.dataset.outlines, { headers: { Accept: "application/json" } })
    .then((reply) => (reply.ok ? reply.json() : Promise.reject(reply.status)))
    .then((outlines) => {
      source.addFeatures(new ol.format.GeoJSON().readFeatures(outlines));
      const focus = chosen.length && source.getFeatureById(chosen[0]);
      if (source.getFeatures().length) view.fit(focus ? ol.extent.buffer(focus.getGeometry().getExtent(), 150) : source.getExtent(), room);
      canvas.dataset.ready = "true";
    })
    .catch(() => {
      const word = document.createElement("p");
      word.className = "notice warn";
      word.textContent = canvas.dataset.failed;
      canvas.before(word);
    });
})();
