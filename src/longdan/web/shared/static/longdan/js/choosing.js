/* Lists in which several things are chosen: all at once, and how many are. Without scripts each is ticked by hand. */
(() => {
  "use strict";
  const boxes = (form) => [...form.querySelectorAll('input[name="duty"]')];
  const tell = (form) => {
    const chosen = boxes(form).filter((box) => box.checked).length;
    form.querySelector("[data-chosen]").textContent = chosen ? `(${chosen})` : "";
    form.querySelector("[data-choose-all]").checked = chosen > 0 && chosen === boxes(form).length;
  };
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-choosing]");
    if (!form) return;
    if (event.target.matches("[data-choose-all]")) boxes(form).forEach((box) => { box.checked = event.target.checked; });
    tell(form);
  });
  document.querySelectorAll("form[data-choosing]").forEach(tell); /* what the browser ticked again */
})();
