/* Document and statements beside each other: choosing one shows the other. */
(() => {
  "use strict";
  if (!document.querySelector("[data-facing]")) return;
  const facing = () => document.querySelector("[data-facing]");
  const wide = window.matchMedia("(min-width: 1080px)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  const show = (side) => {
    facing().dataset.shows = side;
    facing().querySelectorAll("[data-show]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.show === side)));
  };
  const reveal = (element) => {
    if (!element) return;
    element.closest("details:not([open])")?.setAttribute("open", "");
    const behavior = calm.matches ? "auto" : "smooth";
    if (!wide.matches) return element.scrollIntoView({ block: "center", behavior });
    /* Only the side moves, not the page under it. */
    const side = element.closest(".facing-side");
    const place = element.getBoundingClientRect().top - side.getBoundingClientRect().top;
    side.scrollBy({ top: place - side.clientHeight / 4, behavior });
  };
  const choose = (item) => {
    facing().querySelectorAll(".is-chosen").forEach((element) => element.classList.remove("is-chosen"));
    facing().querySelectorAll(`[data-items~="${CSS.escape(item)}"]`).forEach((element) => element.classList.add("is-chosen"));
    document.getElementById(item)?.classList.add("is-chosen");
  };

  const revealWords = (item) => reveal(document.getElementById(`words-${item}`) ?? facing().querySelector(`[data-items~="${CSS.escape(item)}"]`));
  /* Beside a statement that is being corrected stand its words; nobody has to ask for them. */
  const accompany = (item) => {
    if (!item || !wide.matches) return;
    choose(item.id);
    revealWords(item.id);
  };

  /* A statement that was corrected comes back from the server: its words follow, and whoever was in it stays in it. */
  const settle = (item) => {
    facing().querySelectorAll(`[data-items~="${CSS.escape(item.id)}"]`).forEach((words) => {
      words.classList.toggle("words-gone", item.matches(".item-gone"));
      words.classList.toggle("words-doubtful", item.matches(".item-doubtful"));
    });
    if (item.querySelector(".item-edit")) accompany(item);
    if (document.activeElement === document.body) (item.querySelector(".item-edit [data-here] input") ?? item.querySelector(".item-edit textarea, .item-edit input[name='value']") ?? item).focus({ preventScroll: true });
  };
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node.matches?.("[data-item]")) settle(node);
  }))).observe(facing(), { childList: true, subtree: true });

  /* A statement is not closed over words that were refused, nor while the server has not said whether it takes them. */
  const sent = new Map(); /* the answer that stood beside a field when it was sent, and when that was */
  document.addEventListener("change", (event) => {
    const answer = event.target.closest(".item-edit form.field")?.querySelector(".saved");
    if (answer) sent.set(answer, Date.now());
  }, true);
  const waits = (card) => [...sent].some(([answer, at]) => card.contains(answer) && Date.now() - at < 3000);
  document.addEventListener("click", (event) => {
    const done = event.target.closest("[data-done]");
    const card = done?.closest("[data-item]");
    const wrong = card?.querySelector(".item-edit .wrong:not(:empty)");
    if (!card || !(wrong || waits(card))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waits(card)) setTimeout(() => done.click(), 100);
    else wrong.closest(".field").querySelector("input:not([type=hidden]), textarea").focus();
  }, true);

  accompany(facing().querySelector(".item-edit")?.closest("[data-item]"));

  document.addEventListener("click", (event) => {
    if (!facing()?.contains(event.target)) return;
    const switcher = event.target.closest("[data-show]");
    if (switcher) return show(switcher.dataset.show);

    const words = event.target.closest(".words");
    if (words) {
      event.preventDefault();
      const item = words.dataset.items.split(" ").pop();
      if (!wide.matches) show("found");
      choose(item);
      reveal(document.getElementById(item));
      document.getElementById(item)?.focus({ preventScroll: true });
      return;
    }
    const item = event.target.closest("[data-item]");
    const link = event.target.closest("[data-to-words]");
    if (link) {
      event.preventDefault();
      if (!wide.matches) show("document");
    } else if (!item || !wide.matches || event.target.closest("a, button, input, select, textarea, label, summary")) return;
    choose(item.id);
    revealWords(item.id);
    if (link) document.getElementById(`words-${item.id}`)?.focus({ preventScroll: true });
  });
})();
