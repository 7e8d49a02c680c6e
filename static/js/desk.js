/* The search list of a field of the desk says of which field it is; its maker leaves that open. */
"use strict";
function nameLists() {
  document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    const shown = document.getElementById(`select2-${select.id}-container`);
    if (shown) shown.setAttribute("aria-label", select.labels[0].textContent.trim());
  });
}
addEventListener("load", () => django.jQuery(nameLists)); // after the lists were made
