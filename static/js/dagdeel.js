/* Small improvements; every page works without them. */
"use strict";

// The week grid: arrows walk over the cells, Home and End go to the ends of a row.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function moveInGrid(event) {
  const box = event.target;
  if (!box.matches("[data-wg] .wg-input") || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...box.closest("table").tBodies[0].rows].map((row) => [...row.querySelectorAll(".wg-input")]);
  const row = rows.findIndex((cells) => cells.includes(box));
  const column = rows[row].indexOf(box);
  let next;
  if (event.key === "Home") next = rows[row][0];
  else if (event.key === "End") next = rows[row].at(-1);
  else if (STEPS[event.key]) {
    const [down, right] = STEPS[event.key];
    next = rows[row + down]?.[column + right];
  } else return;
  event.preventDefault();
  next?.focus();
}

// How many day-parts are chosen, said in the line below the grid.
function countGrid(grid) {
  const line = grid.querySelector("[data-wg-count]");
  if (!line) return;
  const count = grid.querySelectorAll(".wg-input:checked").length;
  const words = count === 0 ? line.dataset.none : count === 1 ? line.dataset.one : line.dataset.other;
  line.textContent = words.replace("{n}", count);
}

// A form with data-autosave sends the event "autosave" a moment after the last change (hx-trigger="autosave").
const waiting = new WeakMap();

function planAutosave(form) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => form.dispatchEvent(new CustomEvent("autosave", { bubbles: true })), 600));
}

function changed(event) {
  const grid = event.target.closest("[data-wg]");
  if (grid && event.type === "change") countGrid(grid);
  const form = event.target.form;
  if (form?.matches("[data-autosave]")) planAutosave(form);
  if (form?.matches("[data-submit-on-change]") && event.type === "change") form.requestSubmit();
}

// Errors take the focus, so that a reader hears them first.
function focusFirst(root) {
  root.querySelector("[data-focus]")?.focus();
}

// The phone menu closes when the window grows to the size of a desk.
const desk = matchMedia("(min-width: 60rem)");
desk.addEventListener("change", () => {
  const menu = document.querySelector("#site-nav:popover-open");
  if (desk.matches && menu) menu.hidePopover();
});

// A second press on a button sends nothing twice.
function holdButton(event) {
  if (event.defaultPrevented) return;
  const button = event.submitter;
  if (!button || button.name || button.hasAttribute("data-again")) return;
  setTimeout(() => {
    button.disabled = true;
    button.dataset.held = "";
  });
}

// A button that prints shows itself only where this script runs.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

document.addEventListener("keydown", moveInGrid);
document.addEventListener("change", changed);
document.addEventListener("input", changed);
document.addEventListener("submit", holdButton);
document.addEventListener("htmx:afterSwap", (event) => focusFirst(event.detail.elt));
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[data-held]")) button.disabled = false;
  document.querySelectorAll("[data-wg]").forEach(countGrid);
});
focusFirst(document);

// What takes more than a moment is said, and so is what did not come. The line stands in the page
// from the start: a reader's voice only tells what changes.
let planned;

function tell(what, after = 0) {
  clearTimeout(planned);
  planned = setTimeout(() => {
    const line = document.querySelector("#progress");
    if (line) line.textContent = line.dataset[what] || "";
  }, after);
}

function announceSubmit({ defaultPrevented, submitter, target }) {
  if (defaultPrevented || submitter?.hasAttribute("data-again")) return;
  const file = [...target.querySelectorAll("input[type=file]")].some((input) => input.files.length);
  tell(file ? "sending" : "busy", 1000);
}

document.addEventListener("submit", announceSubmit);
document.addEventListener("htmx:beforeSend", () => tell("busy", 1000));
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && tell(""));
document.addEventListener("htmx:sendAbort", () => tell(""));
document.addEventListener("htmx:historyRestore", () => tell(""));
document.addEventListener("htmx:responseError", () => tell("failed"));
document.addEventListener("htmx:sendError", () => tell("offline"));
window.addEventListener("pageshow", () => tell(""));
