/* People offered after "@" while one types; without scripts a name is typed as it is. */
(() => {
  "use strict";
  const WAIT = 150;
  let serial = 0;
  const CALL = /(^|[\s(])@([^\s@][^@\n]{0,80})?$/;

  const listOf = (field) => {
    if (field.offered) return field.offered;
    const list = document.createElement("ul");
    list.className = "suggest-list";
    list.id = `${field.id}-people`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.dataset.offers);
    const holder = document.createElement("div");
    holder.className = "suggest";
    field.before(holder);
    holder.append(field, list);
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-haspopup", "listbox");
    field.offered = list;
    return list;
  };
  const close = (field) => {
    field.offered?.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (field, option) => {
    [...field.offered.children].forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const take = (field, option) => {
    const before = field.value.slice(0, field.selectionStart).replace(CALL, (_, space) => `${space}@${option.dataset.call} `);
    const after = field.value.slice(field.selectionStart).replace(/^ /, ""); /* one blank is behind the name already */
    field.value = before + after;
    field.setSelectionRange(before.length, before.length);
    field.took = before.length;
    close(field);
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = (field, people) => {
    listOf(field).replaceChildren(...people.map((person) => {
      const option = document.createElement("li");
      option.id = `person-${++serial}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.call = person.call;
      option.textContent = `${person.name}, ${person.place}`;
      return option;
    }));
    if (people.length) mark(field, field.offered.firstElementChild);
  };
  const typedCall = (field) => CALL.exec(field.value.slice(0, field.selectionStart))?.[2];
  const ask = async (field) => {
    const typed = typedCall(field);
    if (!typed) return close(field);
    const answer = await fetch(`${field.dataset.mentions}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || typedCall(field) !== typed) return;
    const { people } = await answer.json();
    if (people.some((person) => `${person.call} ` === typed)) return close(field);
    show(field, people);
  };

  document.addEventListener("focusin", (event) => { if (event.target.matches?.("textarea[data-mentions]") && !event.target.offered) { listOf(event.target); event.target.focus(); } });
  document.addEventListener("input", (event) => {
    const field = event.target.closest("textarea[data-mentions]");
    if (!field || !event.isTrusted) return;
    clearTimeout(field.asking);
    field.asking = setTimeout(() => ask(field), WAIT);
  });
  /* Whoever types a blank behind a name taken finds it there already. */
  document.addEventListener("beforeinput", (event) => {
    const field = event.target.closest?.("textarea[data-mentions]");
    if (!field) return;
    if (event.data === " " && field.took === field.selectionStart) event.preventDefault();
    delete field.took;
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.("textarea[data-mentions]");
    const options = field?.offered ? [...field.offered.children] : [];
    if (!options.length) return;
    const here = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(field, options[(here + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length]);
    } else if ((event.key === "Enter" || event.key === "Tab") && here >= 0) {
      event.preventDefault();
      take(field, options[here]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close(field);
    }
  });
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".suggest-list [data-call]");
    if (!option) return;
    event.preventDefault();
    take(document.querySelector(`[aria-controls="${option.parentElement.id}"]`), option);
  });
  document.addEventListener("focusout", (event) => { if (event.target.matches?.("textarea[data-mentions]")) close(event.target); });
})();
