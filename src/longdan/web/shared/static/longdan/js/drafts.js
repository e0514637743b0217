/* What is typed is kept: on the server after a moment, on this machine while there is no network; and the page says which. */
(() => {
  "use strict";
  const WAIT = 1000;
  /* A form that htmx sends as soon as a field is left keeps no draft on the server: what it holds is saved, or stands aside here. */
  const LEFT = "form[data-drafts][hx-post] [data-draft]";
  const fields = () => document.querySelectorAll("form[data-drafts]:not([hx-post]) [data-draft]");
  const kin = (form) => [...form.querySelectorAll("[data-draft]")];
  const told = (field) => field.form.querySelector("[data-saved]"); /* it carries the words in the reader's language */
  const say = (field, words) => { told(field).textContent = words; };
  /* On this machine, for the person who typed it: the words, and (base) what the server held of the field when they were typed. */
  const key = (field) => `draft ${field.form.dataset.of} ${field.form.dataset.drafts} ${field.dataset.draft}`;
  const aside = (field) => { try { localStorage.setItem(key(field), JSON.stringify({ typed: field.value, base: field.base })); return true; } catch { return false; } };
  const laid = (field) => { try { return JSON.parse(localStorage.getItem(key(field))); } catch { return null; } };
  const forget = (field) => { try { localStorage.removeItem(key(field)); } catch { /* nothing was kept */ } };

  const send = async (field) => {
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
      field.base = typed;
      forget(field);
      if (!kin(field.form).every((one) => one.value === one.base)) return; /* whichever comes last says so for all */
      field.form.classList.remove("is-dirty");
      say(field, typed.trim() ? `${told(field).dataset.kept} ${result.saved}` : "");
    } catch {
      say(field, aside(field) ? told(field).dataset.aside : told(field).dataset.lost);
    }
  };
  /* One after the other, so that the last words are those that stay. */
  const keep = async (field) => {
    if (field.sending) return void (field.again = true);
    do {
      [field.sending, field.again] = [true, false];
      await send(field);
    } while (field.again);
    field.sending = false;
    const form = field.form, press = form.press;
    if (!press || kin(form).some((one) => one.sending)) return;
    delete form.press;
    form.requestSubmit(press);
  };

  document.addEventListener("input", (event) => {
    const field = event.target.closest("form[data-drafts]:not([hx-post]) [data-draft]");
    if (!field) return;
    clearTimeout(field.waiting);
    say(field, told(field).dataset.saving);
    field.waiting = setTimeout(() => keep(field), WAIT);
  });
  /* What is sent and not yet kept stays on this machine until a page says that it has come. A draft still on its way would be
     kept behind what is sent, and offered again: the form waits for it. */
  document.addEventListener("submit", (event) => {
    const form = event.target, mine = form.dataset.drafts ? kin(form) : [];
    mine.forEach((field) => { clearTimeout(field.waiting); if (field.value !== field.base) aside(field); });
    const busy = mine.filter((field) => field.sending);
    if (navigator.onLine ? !busy.length : !mine.length) return;
    event.preventDefault();
    event.stopPropagation(); /* it is not sent: the form stays one with words to keep */
    if (!navigator.onLine) return say(mine[0], told(mine[0]).dataset.unsent);
    form.press ??= event.submitter; /* pressed twice it goes once */
  }, true);
  window.addEventListener("online", () => fields().forEach((field) => { if (field.value !== field.base) keep(field); }));

  /* What this machine kept and the server never got stands in its field again, behind what was typed elsewhere meanwhile. */
  fields().forEach((field) => {
    const kept = laid(field);
    field.base = field.defaultValue;
    if (kept && kept.typed !== field.value) {
      field.value = kept.base === field.value || !field.value || field.type === "number" ? kept.typed : `${field.value}\n${kept.typed}`;
      field.closest("details")?.setAttribute("open", "");
    }
    if (kept || field.value !== field.base) keep(field); /* and what was typed before this script came over a slow line */
  });

  /* Of a form that is sent when a field is left: before it goes its words lie here, until the server has answered. */
  const lay = (field) => {
    field.base ??= field.defaultValue;
    if (field.value === field.base) return forget(field);
    const kept = aside(field);
    say(field, told(field).dataset[navigator.onLine ? "saving" : kept ? "aside" : "lost"]);
  };
  const sentBy = (event) => event.target.matches?.("form") ? event.target.querySelector(LEFT) : null;
  document.addEventListener("change", (event) => { if (event.target.matches(LEFT)) lay(event.target); }, true);
  document.addEventListener("htmx:after:request", (event) => {
    const field = sentBy(event), { response, request } = event.detail.ctx;
    if (!field) return;
    if (response.status >= 400 || response.raw.redirected || response.headers.has("HX-Redirect")) return say(field, told(field).dataset.ended);
    const typed = request.body?.get?.("value") ?? field.value;
    field.base = typed;
    if (field.value === typed) forget(field);
    else lay(field);
  });
  document.addEventListener("htmx:error", (event) => {
    const field = sentBy(event);
    if (field && laid(field)) say(field, told(field).dataset.aside);
  });
  const again = (field) => { if (laid(field)) field.form.requestSubmit(); };
  window.addEventListener("online", () => document.querySelectorAll(LEFT).forEach(again));
  /* What stands aside of a field that is opened (again) is sent, unless somebody else wrote there meanwhile. */
  document.addEventListener("htmx:after:process", (event) => event.target.querySelectorAll?.(LEFT).forEach((field) => {
    const kept = field.seen ? null : laid(field);
    field.seen = true;
    if (!kept || kept.typed === field.value) return forget(field);
    const held = field.defaultValue, met = kept.base !== held;
    field.base = held;
    field.value = kept.typed;
    if (met) return say(field, told(field).dataset.met.replace("#", () => held));
    again(field);
  }));
  const facing = document.querySelector("[data-kept]")?.dataset.kept;
  const waiting = () => { try { return Object.keys(localStorage).filter((name) => facing && name.startsWith(facing)); } catch { return []; } };
  window.addEventListener("load", () => new Set(waiting().map((name) => name.slice(facing.length).replace(/-[a-z_]+$/, ""))).forEach((item) => {
    document.querySelector(`#${CSS.escape(item)} a[hx-get$="?sua=1"]`)?.click();
  }));
})();
