"use strict";
const box = document.getElementById("search");
const rows = [...document.querySelectorAll("#students tbody tr")];
box.addEventListener("input", () => {
  const wanted = box.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("everybody").open = true;
  document.getElementById("shown").textContent = wanted ? `${shown} of ${rows.length} students` : "";
});
// Paper has nothing to unfold.
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
