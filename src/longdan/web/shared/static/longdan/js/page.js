/* What every page does with scripts: menus that close, messages that go, drawers, words typed that are not lost, facing pages. */
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");

  /* Menus close at Escape, and when something else is pressed. */
  const menus = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
    const closer = event.target.closest("[data-close-toast]");
    if (closer) closer.closest("[data-toast]").remove();
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  });

  /* "/" leads to the search from everywhere, unless words are being typed. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const field = [...document.querySelectorAll("[data-search], #tim-lon")].find((one) => one.offsetParent !== null);
    if (!field) return;
    event.preventDefault();
    field.focus();
  });

  /* A message goes after some seconds unless the pointer rests on it. */
  const fade = (toast) => setTimeout(() => toast.matches(":hover, :focus-within") ? fade(toast) : toast.remove(), 6000);
  const watchToasts = (root) => root.querySelectorAll("[data-toast]:not([data-seen])").forEach((toast) => {
    toast.dataset.seen = "";
    if (!toast.matches(".toast-late")) fade(toast); /* what went wrong stays until it is closed */
  });
  watchToasts(document);
  new MutationObserver(() => watchToasts(document)).observe(document.getElementById("toasts"), { childList: true });

  /* What has come, this machine keeps no longer: whichever page says so first. */
  document.querySelectorAll("[data-toast][data-sent]").forEach((toast) => {
    const sent = `draft ${toast.dataset.sent}`;
    try {
      Object.keys(localStorage).filter((key) => key === sent || key.startsWith(`${sent}-`)).forEach((key) => localStorage.removeItem(key));
    } catch { /* this browser keeps nothing */ }
  });

  /* The tab on which one is stands in view also where tabs are many and the screen is narrow. */
  document.querySelector(".tabs [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

  /* What the server refuses or the network loses is said, and what was typed stays. */
  const toasts = document.getElementById("toasts");
  const say = (words) => {
    const toast = document.createElement("div");
    toast.className = "toast toast-late";
    toast.dataset.toast = "";
    const text = document.createElement("p");
    text.textContent = words;
    const close = document.createElement("button");
    close.type = "button";
    close.dataset.closeToast = "";
    close.textContent = toasts.dataset.close;
    toast.append(text, close);
    toasts.replaceChildren(toast);
  };
  /* Styles that elements bear (a field drawn larger, what an extension of the browser left) htmx would copy to those that replace them, against the policy. */
  document.addEventListener("htmx:before:swap", () => document.querySelectorAll("[style]").forEach((element) => element.removeAttribute("style")));
  document.addEventListener("htmx:response:error", () => say(toasts.dataset.refused));
  document.addEventListener("htmx:error", () => say(toasts.dataset.lost));

  /* Filters act when they are changed; without scripts their button does it. */
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-acts-at-once]");
    if (form) form.requestSubmit();
  });

  /* Whoever leaves with words typed and not saved is asked first. */
  const dirty = () => document.querySelector("form[data-keeps].is-dirty");
  document.addEventListener("input", (event) => event.target.closest("form[data-keeps]")?.classList.add("is-dirty"));
  document.addEventListener("submit", (event) => event.target.classList.remove("is-dirty"));
  window.addEventListener("beforeunload", (event) => { if (dirty()) event.preventDefault(); });

  /* Sign-ins of the demonstration fill the form. */
  document.addEventListener("click", (event) => {
    const filler = event.target.closest("[data-fills]");
    if (!filler) return;
    event.preventDefault();
    Object.entries(JSON.parse(filler.dataset.fills)).forEach(([name, value]) => { document.querySelector(`[name="${name}"]`).value = value; });
    document.querySelector("[data-filled]").focus();
  });
})();
