// The list by keyboard: down from the search box, up and down among the lines, enter opens.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const box = document.getElementById("q");
  const inList = event.target.closest("#found a.thing");
  if (event.target !== box && !inList) return;
  const stops = [box, ...document.querySelectorAll("#found a.thing")];
  const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
