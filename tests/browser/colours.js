/* The contrast of all text that is made of other classes, or stands in another place, than what was
   judged before: its violations, and what is judged now. */
async ({ rules, known }) => {
  const seen = new Set(known);
  const fresh = new Map();
  const states = ["aria-current", "aria-invalid", "aria-disabled", "aria-pressed", "disabled", "open", "type"];
  const kinds = new Map();
  const kind = (one) => {
    if (one === document.documentElement) return "";
    if (!kinds.has(one)) {
      const marks = states.filter((name) => one.hasAttribute(name)).map((name) => name + one.getAttribute(name));
      const own = [one.localName, one.getAttribute("class"), one.checked, ...marks].join(" ");
      const words = `${kind(one.parentElement)}/${own}`;
      let hash = 0x811c9dc5;
      for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
      kinds.set(one, hash.toString(36));
    }
    return kinds.get(one);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() === "" || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (!seen.has(kind(one)) && !fresh.has(kind(one))) fresh.set(kind(one), one);
  }
  for (const one of document.querySelectorAll("input, select, textarea")) {
    if (one.checkVisibility() && !seen.has(kind(one)) && !fresh.has(kind(one))) fresh.set(kind(one), one);
  }
  if (fresh.size === 0) return { fresh: [], violations: [] };
  const { violations } = await axe.run({ include: [...fresh.values()] }, rules);
  return { fresh: [...fresh.keys()], violations };
}
