/* Names of agencies offered while one types; the field is an ordinary text field without scripts. */
(() => {
  "use strict";
  const WAIT = 150;
  let serial = 0;

  const close = (input) => {
    const list = document.getElementById(input.getAttribute("aria-controls"));
    if (list) list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const options = (input) => [...document.getElementById(input.getAttribute("aria-controls")).children];
  const mark = (input, option) => {
    options(input).forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const take = (input, option) => {
    input.value = option.textContent;
    clearTimeout(input.waiting);
    close(input);
    if (input.form?.hasAttribute("data-acts-on-choice")) input.form.requestSubmit();
  };
  const show = (input, names) => {
    const list = document.getElementById(input.getAttribute("aria-controls"));
    list.replaceChildren(...names.map((name) => {
      const option = document.createElement("li");
      option.id = `option-${++serial}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = name;
      return option;
    }));
    input.setAttribute("aria-expanded", String(names.length > 0));
    if (names.length) list.scrollIntoView({ block: "nearest" });
  };
  const ask = async (input) => {
    const typed = input.value.trim();
    if (typed.length < 2) return close(input);
    const answer = await fetch(`${input.dataset.suggests}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    if (answer.ok && input.value.trim() === typed && document.activeElement === input) show(input, (await answer.json()).names);
  };

  document.addEventListener("input", (event) => {
    const input = event.target.closest("[data-suggests]");
    if (!input || !event.isTrusted) return;
    clearTimeout(input.waiting);
    input.waiting = setTimeout(() => ask(input), WAIT);
  });
  // A name that stands there is replaced, not added to: the next key writes over it.
  document.addEventListener("focusin", (event) => { if (event.target.matches?.("[data-suggests]")) requestAnimationFrame(() => event.target.select()); });
  document.addEventListener("keydown", (event) => {
    const input = event.target.closest("[data-suggests]");
    if (!input || input.getAttribute("aria-expanded") !== "true") return;
    const all = options(input);
    const here = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(input, all[(here + (event.key === "ArrowDown" ? 1 : here < 0 ? 0 : -1) + all.length) % all.length]);
    } else if (event.key === "Enter" && here >= 0) {
      event.preventDefault();
      take(input, all[here]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close(input);
    }
  });
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".suggest-list [role='option']");
    if (!option) return;
    event.preventDefault();
    take(document.querySelector(`[aria-controls="${option.parentElement.id}"]`), option);
  });
  document.addEventListener("focusout", (event) => { if (event.target.matches?.("[data-suggests]")) close(event.target); });
})();
