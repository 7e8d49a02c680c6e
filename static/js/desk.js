/* The search list of a field of the desk says of which field it is; its maker leaves that open. */
"use strict";
addEventListener("load", () => {
  document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    const shown = document.getElementById(`select2-${select.id}-container`);
    if (shown) shown.setAttribute("aria-label", select.labels[0].textContent.trim());
  });
});
