/* What axe does not measure, of the page as it stands in this window: a list of what is wrong. */
({ phone, least, target }) => {
  const found = [];
  const many = (selector) => [...document.querySelectorAll(selector)];
  const name = (one) => {
    const words = (one.getAttribute("aria-label") || one.value || one.textContent || "").trim().replace(/\s+/g, " ");
    return `${one.tagName.toLowerCase()}${one.id ? "#" + one.id : ""}.${[...one.classList].join(".")} “${words.slice(0, 40)}”`;
  };
  const say = (what, them) => them.length && found.push(`${what} (${them.length}): ${name(them[0])}`);
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const isOnlySpoken = (one) => one.closest(".vh, .visually-hidden, .skip, .skip-to-content-link") !== null
    || getComputedStyle(one).clipPath === "inset(50%)";

  // Structure
  const count = (what, selector, fits) => {
    const them = many(selector);
    if (!fits(them.length)) found.push(`${them.length} × ${what}`);
  };
  count("h1", "h1", (n) => n === 1);
  count("main", "main, [role=main]", (n) => n === 1);
  count("header of the page", "body > header, body > #container > header", (n) => n === 1);
  count("footer of the page", "body > footer, body > #container > footer", (n) => n === 1);
  count("nav", "nav, [role=navigation]", (n) => n > 0);
  const ids = many("[id]").map((one) => one.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length) found.push(`ids twice: ${twice}`);

  // Width: nothing sideways, nothing cut off
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const out = many("body *").filter((one) => isShown(one) && one.getBoundingClientRect().right > innerWidth + 1);
    found.push(`scrolls sideways, ${root.scrollWidth} in ${innerWidth}: ${out.slice(-2).map(name).join(", ")}`);
  }
  const shown = many("body *").filter((one) => !one.closest("svg") && isShown(one));
  say("cut off", shown.filter((one) => {
    if (one.scrollWidth <= one.clientWidth + 1 && one.scrollHeight <= one.clientHeight + 2) return false;
    const style = getComputedStyle(one);
    const cutsX = ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    const cutsY = ["hidden", "clip"].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    return (cutsX || cutsY) && one.textContent.trim() !== "" && style.display !== "inline"
      && !isOnlySpoken(one) && !one.closest("[aria-hidden=true]");
  }));

  // Motion, for whoever asks for less of it
  const seconds = (words) => Math.max(...words.split(",").map((one) => parseFloat(one) * (one.includes("ms") ? 0.001 : 1)));
  say("moves", shown.filter((one) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part || undefined);
    const runs = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
    return runs || seconds(style.transitionDuration) > 0.01;
  })));
  if (getComputedStyle(root).scrollBehavior === "smooth") found.push("scrolls smoothly");

  if (!phone) return found;

  // Text that is too small, also what a style sheet writes, and in a drawing
  const isSmall = (one) => {
    const drawn = one.closest("svg") && one.getScreenCTM ? one.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(one).fontSize) * drawn;
    return size > 0 && size < least - 0.1;
  };
  const speaks = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  const written = (one) => ["::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    return /[\p{L}\p{N}]/u.test(style.content.replace(/^(none|normal|counter.*)$/, "")) && parseFloat(style.fontSize) < least - 0.1;
  });
  const texts = [...shown, ...many("svg text, svg tspan").filter(isShown)];
  say("small text", texts.filter((one) => !isOnlySpoken(one)
    && ((speaks(one) || one.matches("input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea")) && isSmall(one) || written(one))));

  // Targets: what one presses most is as high as a thumb
  say("low button", many("main .btn, main [type=submit]:not(.btn-link, .submit-row *)").filter(
    (one) => isShown(one) && !isOnlySpoken(one) && !one.matches(".btn-link") && one.getBoundingClientRect().height < target - 0.5,
  ));
  return found;
}
