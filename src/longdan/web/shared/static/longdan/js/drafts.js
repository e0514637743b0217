/* What is typed is kept: on the server after a moment, on this machine while there is no network; and the page says which. */
(() => {
  "use strict";
  const WAIT = 1000;
  const fields = () => document.querySelectorAll("form[data-drafts] textarea[data-draft]");
  const key = (field) => `draft ${field.form.dataset.drafts} ${field.dataset.draft}`;
  const told = (field) => field.closest(".field").querySelector("[data-saved]"); /* it carries the words in the reader's language */
  const say = (field, words) => { told(field).textContent = words; };
  const aside = (field) => { try { localStorage.setItem(key(field), field.value); return true; } catch { return false; } };
  const forget = (field) => { try { localStorage.removeItem(key(field)); } catch { /* nothing was kept */ } };

  const keep = async (field) => {
    const typed = field.value;
    const body = new FormData();
    body.set("place", field.dataset.draft);
    body.set("text", typed);
    body.set("csrfmiddlewaretoken", field.form.querySelector('[name="csrfmiddlewaretoken"]').value);
    try {
      const answer = await fetch(field.form.dataset.drafts, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.redirected) return say(field, aside(field) ? told(field).dataset.ended : told(field).dataset.lost); /* to the door */
      const result = await answer.json();
      if (!answer.ok) return say(field, result.wrong ?? "");
      forget(field);
      say(field, typed.trim() ? `${told(field).dataset.kept} ${result.saved}` : "");
      if (field.value === typed && ![...field.form.elements].some((other) => other !== field && other.dataset.unkept)) field.form.classList.remove("is-dirty");
    } catch {
      say(field, aside(field) ? told(field).dataset.aside : told(field).dataset.lost);
    }
  };

  document.addEventListener("input", (event) => {
    const field = event.target.closest("textarea[data-draft]");
    if (!field) {
      if (event.target.form?.dataset.drafts) event.target.dataset.unkept = "1"; /* fields beside the words are not kept */
      return;
    }
    clearTimeout(field.waiting);
    say(field, told(field).dataset.saving);
    field.waiting = setTimeout(() => keep(field), WAIT);
  });
  /* What is sent stays on this machine until the next page says that it has come. */
  document.addEventListener("submit", (event) => event.target.querySelectorAll?.("textarea[data-draft]").forEach((field) => {
    clearTimeout(field.waiting);
    if (field.value.trim()) aside(field);
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation(); /* it is not sent: the form stays one with words to keep */
    say(field, told(field).dataset.unsent);
  }), true);
  document.querySelectorAll("[data-sent]").forEach((note) => { try { localStorage.removeItem(`draft ${note.dataset.sent}`); } catch { /* nothing was kept */ } });
  window.addEventListener("online", () => fields().forEach((field) => { if (field.form.classList.contains("is-dirty")) keep(field); }));

  /* What this machine kept and the server never got stands in its field again. */
  fields().forEach((field) => {
    let kept = null;
    try { kept = localStorage.getItem(key(field)); } catch { /* nothing was kept */ }
    if (kept && kept !== field.value) {
      field.value = field.value ? `${field.value}\n${kept}` : kept;
      field.closest("details")?.setAttribute("open", "");
    }
    if (field.value !== field.defaultValue) keep(field); /* and what was typed before this script came over a slow line */
  });
})();
