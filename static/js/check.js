/* The check: one question a screen on a phone. Copy the link. Nothing here is needed. */
"use strict";
document.documentElement.classList.add("js");

function ask(form) {
  const asks = [...form.querySelectorAll("[data-ask]")];
  const part = (name) => form.querySelector(`[data-asks-${name}]`);
  const phone = matchMedia("(max-width: 47.99rem)");
  const find = (test) => Math.max(asks.findIndex(test), 0);
  const named = () => find((one) => "#" + one.id === location.hash);
  const last = asks.length - 1;
  let at = find((one) => one.querySelector(".field-error")) || named();

  function show(focus) {
    const on = phone.matches;
    asks.forEach((one, number) => (one.hidden = on && number !== at));
    form.classList.toggle("asking", on);
    form.dataset.at = at;
    part("back").hidden = !on || at === 0;
    part("next").hidden = !on || at === last;
    part("send").hidden = on && at < last;
    part("progress").hidden = !on;
    part("progress").value = at + 1;
    if (on && focus) asks[at].querySelector("[tabindex]").focus();
  }
  function go(to) {
    at = to;
    history.pushState(null, "", "#" + asks[at].id);
    show(true);
  }
  part("back").onclick = () => go(at - 1);
  part("next").onclick = () => go(at + 1);
  form.onkeydown = (event) => {
    if (event.key !== "Enter" || !event.target.matches("input") || part("next").hidden) return;
    event.preventDefault();
    go(at + 1);
  };
  form.onclick = (event) => {
    const link = event.target.closest(".error-summary a");
    if (!link) return;
    at = find((one) => one.querySelector(link.hash));
    show();
  };
  addEventListener("popstate", () => {
    at = named();
    show(true);
  });
  phone.onchange = () => show();
  show();
}

document.querySelectorAll("[data-asks]").forEach(ask);
document.addEventListener("click", ({ target }) => {
  if (target.matches("[data-copy]"))
    navigator.clipboard.writeText(target.dataset.copy).then(() => (target.textContent = target.dataset.done));
});
