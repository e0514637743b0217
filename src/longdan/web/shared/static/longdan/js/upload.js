/* The drop zone: shows what was chosen, takes files that are dropped, tells how much has been sent. */
(() => {
  "use strict";
  const zone = document.querySelector("[data-drop]");
  if (!zone) return;
  const form = zone.closest("form");
  const input = zone.querySelector('input[type="file"]');
  const list = zone.querySelector("[data-drop-files]");
  const sending = form.querySelector("[data-sending]");
  const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const size = (bytes) => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${number.format(bytes / 1048576)} MB`;

  const listFiles = () => {
    list.hidden = input.files.length === 0;
    list.replaceChildren(...Array.from(input.files, (file) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      const weight = document.createElement("span");
      name.textContent = file.name;
      weight.textContent = size(file.size);
      weight.className = "muted number";
      row.append(name, weight);
      return row;
    }));
  };
  /* What is too large is known here: nobody sends it for minutes to be refused. */
  const filled = (words, ...values) => values.reduce((text, value) => text.replace("#", () => value), words);
  const tooMuch = () => {
    const most = sending.querySelector("[data-words]").dataset, files = [...input.files];
    const large = files.filter((file) => file.size > most.mostBytes).map((file) => filled(most.large, file.name, size(file.size), size(most.mostBytes)));
    const together = files.reduce((sum, file) => sum + file.size, 0);
    const many = files.length > most.mostFiles || together > most.mostTogether;
    return large.concat(many ? [filled(most.much, files.length, size(together), most.mostFiles, size(most.mostTogether))] : []);
  };
  const trouble = form.querySelector("[data-trouble]");
  const weigh = () => {
    const wrong = tooMuch();
    trouble.replaceChildren(...wrong.map((words) => {
      const told = document.createElement("p");
      told.className = "wrong";
      told.textContent = words;
      return told;
    }));
    return wrong.length === 0;
  };
  input.addEventListener("change", () => { listFiles(); weigh(); });
  listFiles(); /* files chosen before this script was here */

  ["dragenter", "dragover"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault();
    zone.classList.add("is-over");
  }));
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) zone.classList.remove("is-over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    listFiles();
    weigh();
    form.querySelector('button[type="submit"]').focus();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!weigh()) return input.focus();
    const request = new XMLHttpRequest();
    const bar = sending.querySelector("progress");
    const words = sending.querySelector("[data-words]");
    const button = form.querySelector('button[type="submit"]');
    sending.hidden = false;
    button.setAttribute("aria-disabled", "true");
    request.upload.addEventListener("progress", (sent) => {
      bar.max = sent.total;
      bar.value = sent.loaded;
      words.textContent = sent.loaded < sent.total ? words.dataset.sent.replace("#", size(sent.loaded)).replace("#", size(sent.total)) : words.dataset.done;
    });
    request.addEventListener("load", () => {
      const next = request.getResponseHeader("X-Next");
      if (next) {
        const here = location.pathname;
        location.assign(next);
        if (new URL(next, location.href).pathname === here) location.reload(); /* only the place in this page changed */
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const answer = page.querySelector("[data-trouble]");
      trouble.replaceChildren(...(answer ? answer.childNodes : []));
      sending.hidden = answer !== null;
      words.textContent = words.dataset.refused;
      button.removeAttribute("aria-disabled");
      input.focus();
    });
    request.addEventListener("error", () => {
      words.textContent = words.dataset.lost;
      button.removeAttribute("aria-disabled");
    });
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "upload");
    request.send(new FormData(form));
  });
})();
