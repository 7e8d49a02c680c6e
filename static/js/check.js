/* The check on a phone: one question a screen. And: copy the link, print. Nothing here is needed. */
"use strict";
document.documentElement.classList.add("js");

const form = document.querySelector("[data-asks]");

function ask() {
  const asks = [...form.querySelectorAll("[data-ask]")];
  const [back, next, send, progress] = ["back", "next", "send", "progress"].map((name) =>
    form.querySelector(`[data-asks-${name}]`)
  );
  const phone = matchMedia("(max-width: 47.99rem)");
  const named = () => asks.findIndex((one) => "#" + one.id === location.hash);
  let at = Math.max(named(), asks.findIndex((one) => one.querySelector(".field-error")), 0);

  function show(focus) {
    const on = phone.matches;
    asks.forEach((one, number) => (one.hidden = on && number !== at));
    form.classList.toggle("asking", on);
    back.hidden = !on || at === 0;
    next.hidden = !on || at === asks.length - 1;
    send.hidden = on && at < asks.length - 1;
    progress.hidden = !on;
    progress.value = at + 1;
    if (on && focus) asks[at].querySelector("[tabindex]").focus();
  }
  function go(to) {
    at = to;
    history.pushState(null, "", "#" + asks[at].id);
    show(true);
  }
  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input") || next.hidden) return;
    event.preventDefault();
    go(at + 1);
  });
  addEventListener("popstate", () => {
    at = Math.max(named(), 0);
    show(true);
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const to = link ? asks.findIndex((one) => one.querySelector(link.hash)) : -1;
    if (to >= 0) (at = to), show();
  });
  phone.addEventListener("change", () => show());
  show();
}

if (form) ask();

document.addEventListener("click", async (event) => {
  if (event.target.matches("[data-print]")) print();
  if (!event.target.matches("[data-copy]")) return;
  await navigator.clipboard.writeText(event.target.dataset.copy);
  event.target.textContent = event.target.dataset.done;
});
