// What every page needs; each page's own script stands beside it.
"use strict";

const search = () => document.getElementById("search");

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && search()) {
    event.preventDefault();
    search().focus();
    search().select();
  } else if (event.key === "Escape") {
    closeDrops(null, true);
    if (event.target.closest(".search")) event.target.blur();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.closest(".search")) {
    moveAmongHits(event);
  }
});

function moveAmongHits(event) {
  const stops = [search(), ...document.querySelectorAll("#hits a")];
  const next = stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
  if (stops[next]) {
    event.preventDefault();
    stops[next].focus();
  }
}

// An open menu closes when one clicks or tabs elsewhere.
function closeDrops(except, refocus) {
  document.querySelectorAll("details.drop[open], details.figure[open]").forEach((drop) => {
    if (except && drop.contains(except)) return;
    const held = drop.contains(document.activeElement);
    drop.open = false;
    if (refocus && held) drop.querySelector("summary").focus();
  });
}
document.addEventListener("click", (event) => closeDrops(event.target));
document.addEventListener("focusin", (event) => closeDrops(event.target));

document.addEventListener("click", (event) => {
  const more = event.target.closest(".menu .more");
  if (more) {
    const open = more.closest(".menu").classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
  }
  if (event.target.closest("[data-print]")) window.print();
});

// A button that destroys asks first, in the words it carries.
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
  if (question && !confirm(question)) event.preventDefault();
});

// A part of a page asked for after the session ended: go and sign in, do not paste the form here.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/sign-in") {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

// On a phone each row of a list is a card: its values carry the names of their columns. Tables with
// cells over several columns or rows stay tables.
function labelLists(root) {
  root.querySelectorAll("table.list:not(.labelled)").forEach((table) => {
    const names = [...table.querySelectorAll("thead th, thead td")].map((cell) => cell.textContent.trim());
    if (names.length === 0 || table.querySelector("[rowspan]")) return;
    table.querySelectorAll("tbody tr").forEach((row) => {
      [...row.cells].forEach((cell, i) => { if (cell.colSpan === 1 && row.cells.length === names.length) cell.dataset.label = names[i]; });
    });
    table.classList.add("labelled");
  });
}
labelLists(document);
document.addEventListener("htmx:afterSwap", () => labelLists(document));
