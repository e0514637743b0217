/* What is typed is kept: on the server after a moment, on this machine while there is no network; and the page says which. */
(() => {
  "use strict";
  const WAIT = 1000;
  const fields = () => document.querySelectorAll("form[data-drafts] textarea[data-draft]");
  const key = (field) => `draft ${field.form.dataset.drafts} ${field.dataset.draft}`;
  const say = (field, words) => { field.closest(".field").querySelector("[data-saved]").textContent = words; };
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
      const told = await answer.json();
      if (!answer.ok) return say(field, told.wrong ?? "");
      forget(field);
      say(field, typed.trim() ? `Bản nháp lưu lúc ${told.saved}` : "");
      if (field.value === typed && ![...field.form.elements].some((other) => other !== field && other.dataset.unkept)) field.form.classList.remove("is-dirty");
    } catch {
      say(field, aside(field) ? "Mất kết nối; bản nháp lưu trên máy này, sẽ gửi khi có mạng" : "Mất kết nối; chưa lưu được bản nháp");
    }
  };

  document.addEventListener("input", (event) => {
    const field = event.target.closest("textarea[data-draft]");
    if (!field) {
      if (event.target.form?.dataset.drafts) event.target.dataset.unkept = "1"; /* fields beside the words are not kept */
      return;
    }
    clearTimeout(field.waiting);
    say(field, "Đang lưu bản nháp");
    field.waiting = setTimeout(() => keep(field), WAIT);
  });
  document.addEventListener("submit", (event) => event.target.querySelectorAll?.("textarea[data-draft]").forEach((field) => {
    clearTimeout(field.waiting);
    forget(field);
  }));
  window.addEventListener("online", () => fields().forEach((field) => { if (field.form.classList.contains("is-dirty")) keep(field); }));

  /* What this machine kept and the server never got stands in its field again. */
  fields().forEach((field) => {
    let kept = null;
    try { kept = localStorage.getItem(key(field)); } catch { return; }
    if (!kept || kept === field.value) return;
    field.value = field.value ? `${field.value}\n${kept}` : kept;
    field.closest("details")?.setAttribute("open", "");
    keep(field);
  });
})();
