/* Keys in a list of people: j and k walk, x chooses, Enter opens. The page works without them. */
"use strict";

document.querySelectorAll("[data-keys]").forEach((list) => {
  const hint = document.querySelector(list.dataset.keys);
  const toggle = hint.querySelector("button");
  const links = () => [...list.querySelectorAll("[data-open]")];
  const choices = () => [...list.querySelectorAll("input[type=checkbox]")];
  const all = document.querySelector("[data-choose-all]");
  const said = document.querySelector("[data-chosen]");
  let on = localStorage.getItem("keys") !== "off";

  function show() {
    toggle.setAttribute("aria-pressed", String(on));
    hint.classList.toggle("keys-off", !on);
  }
  function count() {
    const chosen = choices().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === choices().length;
    all.indeterminate = chosen > 0 && !all.checked;
    said.textContent = chosen ? said.dataset.words.replace("{n}", chosen) : "";
  }
  function press(event) {
    if (!on || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const row = event.target.closest("[data-row]");
    const at = links().findIndex((link) => link.closest("[data-row]") === row);
    if (event.key === "j") links()[Math.min(at + 1, links().length - 1)]?.focus();
    else if (event.key === "k") links()[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "x" && row) row.querySelector("input[type=checkbox]").click();
    else return;
    event.preventDefault();
  }

  toggle.onclick = () => {
    on = !on;
    localStorage.setItem("keys", on ? "on" : "off");
    show();
  };
  all.onchange = () => {
    choices().forEach((box) => (box.checked = all.checked));
    count();
  };
  list.addEventListener("change", count);
  document.addEventListener("keydown", press);
  hint.hidden = all.closest("label").hidden = false;
  show();
  count();
});
