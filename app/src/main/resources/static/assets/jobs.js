// A job's progress, live: the server sends ready HTML; when the job is over the page loads anew.
"use strict";
for (const live of document.querySelectorAll("[data-events]")) {
  const events = new EventSource(live.dataset.events);
  events.addEventListener("progress", (event) => {
    live.innerHTML = event.data;
  });
  events.addEventListener("over", () => {
    events.close();
    location.reload();
  });
}
