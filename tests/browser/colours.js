/* The contrast of all text and fields that look other, or stand on another surface, than what was judged
   before: its violations, and what is judged now. A look is in what the browser made of it, so this holds
   for every width, theme and language: what the element is, its colours and letters, and the same of all
   that it stands on. What is placed over something else has its place in the page in its look too. */
async ({ rules, known }) => {
  const seen = new Set(known);
  const fresh = new Map();
  const states = ["aria-current", "aria-invalid", "aria-disabled", "aria-pressed", "disabled", "open", "type"];
  const chains = [new Map(), new Map(), new Map()];
  const chain = (at, one, own) => {
    if (!one) return "";
    if (!chains[at].has(one)) chains[at].set(one, brief(`${chain(at, one.parentElement, own)}/${own(one)}`));
    return chains[at].get(one);
  };
  const brief = (words) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
    return hash.toString(36);
  };
  const name = (one) => {
    const marks = states.filter((state) => one.hasAttribute(state)).map((state) => state + one.getAttribute(state));
    return [one.localName, one.getAttribute("class"), one.checked, ...marks].join(" ");
  };
  const place = (one) => chain(0, one, name);
  const surface = (one) => chain(1, one, () => {
    const style = getComputedStyle(one);
    const isOver = style.position !== "static" || style.transform !== "none" || style.zIndex !== "auto" || parseFloat(style.marginTop) < 0;
    const { backgroundColor, backgroundImage, backgroundClip, opacity, filter, mixBlendMode } = style;
    return [backgroundColor, backgroundImage, backgroundClip, opacity, filter, mixBlendMode, isOver && place(one)].join(" ");
  });
  const look = (one) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24); // asks for less contrast
    return brief([name(one), color, isLarge, textShadow, surface(one)].join(" "));
  };
  const add = (one) => {
    const key = look(one);
    if (!seen.has(key) && !fresh.has(key)) fresh.set(key, one);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const spoken = new Set();
  while (texts.nextNode()) if (texts.currentNode.data.trim() !== "") spoken.add(texts.currentNode.parentElement);
  for (const one of document.querySelectorAll("input, select, textarea")) spoken.add(one);
  for (const one of spoken) if (one.checkVisibility({ visibilityProperty: true })) add(one);
  if (fresh.size === 0) return { fresh: [], violations: [] };
  const { violations } = await axe.run({ include: [...fresh.values()] }, rules);
  return { fresh: [...fresh.keys()], violations };
}
