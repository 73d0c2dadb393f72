// Says that a file is too large before it is sent.
"use strict";
for (const form of document.querySelectorAll("form[data-limit]")) {
  const file = form.querySelector("input[type=file]");
  file.addEventListener("change", () => {
    const tooLarge = file.files.length > 0 && file.files[0].size > Number(form.dataset.limit);
    file.setCustomValidity(tooLarge ? form.dataset.tooLarge : "");
    file.reportValidity();
  });
}
