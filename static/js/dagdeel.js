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

// A form with data-autosave sends the event "autosave" a moment after the last change (data-hx-trigger="autosave").
const waiting = new Map();

function dropAutosave(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
}

function planAutosave(form) {
  dropAutosave(form);
  const save = () => {
    waiting.delete(form);
    form.dispatchEvent(new CustomEvent("autosave", { bubbles: true }));
  };
  waiting.set(form, setTimeout(save, 600));
}

// Who leaves within that moment loses nothing either; a page that comes back as it was gets the new version.
let left = false;

function saveOnLeaving() {
  for (const form of waiting.keys()) {
    const headers = { "HX-Request": "true" };
    fetch(form.getAttribute("data-hx-post"), { method: "POST", body: new FormData(form), headers, keepalive: true });
    left = true;
    sessionStorage.setItem("left", JSON.stringify([form.elements.version.value, Date.now()]));
  }
}

// Who is back before that is saved gets a page of before it. Nothing can be typed in it, for that would be
// lost: it is asked for again as soon as the save is in.
async function awaitSaved() {
  const [version, at] = JSON.parse(sessionStorage.getItem("left") ?? "[]");
  const form = document.querySelector("[data-autosave]:has([name=version])");
  const isOld = (page) => page.querySelector("[data-autosave] [name=version]")?.value === version;
  if (!form || !isOld(document) || Date.now() - at > 3000) return;
  form.inert = true;
  while (Date.now() - at <= 3000) {
    await new Promise((done) => setTimeout(done, 200));
    const answer = await fetch(location.href).catch(() => undefined);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page && !isOld(page)) return location.reload();
  }
  form.inert = false;
}

// Pages of an account are not stored, so at reload and back the browser would show them without what was typed.
// What was not sent yet is kept in this window, and put back then; a page that is opened anew is as it is.
const TYPED = "typed " + location.pathname;
const NOT_TYPED = /^(hidden|file|password|submit|select-multiple)$/;
const address = (form) => form.getAttribute("action") ?? "";
const forms = () => [...document.querySelectorAll("main form[method=post]:not([data-autosave])")];
const fields = (form) => [...form.elements].filter(({ name, type }) => name === "version" || (name && !NOT_TYPED.test(type)));
let touched = false;

function keepTyped() {
  const values = (form) => fields(form).map(({ name, value, checked }) => [name, value, checked]);
  if (touched && !sent) sessionStorage.setItem(TYPED, JSON.stringify(forms().map((form) => [address(form), values(form)])));
}

function putBack() {
  const typed = JSON.parse(sessionStorage.getItem(TYPED) ?? "[]");
  const [visit] = performance.getEntriesByType("navigation");
  sessionStorage.removeItem(TYPED);
  if (!/reload|back_forward/.test(visit?.type) || document.querySelector(".error-summary")) return;
  for (const [where, values] of typed) {
    const [form, other] = forms().filter((one) => address(one) === where);
    const now = form && !other ? fields(form) : [];
    if (now.map(({ name }) => name).join() !== values.map(([name]) => name).join()) continue;
    now.forEach((field, at) => ([, field.value, field.checked] = values[at]));
    touched = true;
  }
}

function changed(event) {
  const grid = event.target.closest("[data-wg]");
  if (grid && event.type === "change") countGrid(grid);
  if (event.type === "change") sent = false;
  const form = event.target.form;
  touched ||= forms().includes(form);
  if (form?.matches("[data-autosave]")) planAutosave(form);
  if (form?.matches("[data-submit-on-change]") && event.type === "change") form.requestSubmit();
}

// The focus goes where the eye goes: to errors, so that a reader hears them first, and from the button of
// filters to what they found (data-focus-sent). A single choice leaves the focus where it is.
let sent = false;

function focusFirst(root) {
  root.querySelector(sent ? "[data-focus], [data-focus-sent]" : "[data-focus]")?.focus();
}

// What changes while somebody types is said once: the same answer again is not put in.
const said = new WeakMap();

function sayOnce({ detail }) {
  if (!detail.target.hasAttribute("data-once")) return;
  const words = detail.serverResponse ?? detail.fragment.textContent;
  if (said.get(detail.target) === words) detail.shouldSwap = false;
  said.set(detail.target, words);
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

// A form that is sent: its draft needs no more saving, and the place in the page that the address names (after
// a skip link, or a link from an error) does not take the focus from what is wrong.
function send({ target }) {
  sent = true;
  dropAutosave(target);
  if (address(target).includes("/logout/")) sessionStorage.clear();
  if (location.hash && target.getAttribute("method") === "post") history.replaceState(history.state, "", location.pathname + location.search);
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
document.addEventListener("submit", send);
document.addEventListener("htmx:beforeSwap", sayOnce);
document.addEventListener("htmx:oobBeforeSwap", sayOnce);
document.addEventListener("htmx:afterSwap", (event) => focusFirst(event.detail.elt));
window.addEventListener("pagehide", saveOnLeaving);
window.addEventListener("pagehide", keepTyped);
window.addEventListener("pageshow", (event) => {
  if (event.persisted && left) location.reload();
  for (const button of document.querySelectorAll("[data-held]")) button.disabled = false;
  document.querySelectorAll("[data-wg]").forEach(countGrid);
});
putBack();
awaitSaved();
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
document.addEventListener("htmx:responseError", ({ detail }) => {
  tell([401, 403].includes(detail.xhr.status) ? "outlived" : "failed");
});
document.addEventListener("htmx:sendError", () => tell("offline"));
window.addEventListener("pageshow", () => tell(""));
