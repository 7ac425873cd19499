// What pages do better with a script; all of it works without one.
"use strict";

// Copies the answer as text instead of opening it.
for (const link of document.querySelectorAll("a[data-copy]")) {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    const told = link.parentElement.querySelector("[data-copied]");
    try {
      const response = await fetch(link.href);
      if (!response.ok) throw new Error();
      await navigator.clipboard.writeText(await response.text());
      told.textContent = told.dataset.copied;
    } catch {
      location.href = link.href;
    }
  });
}

// Ctrl+Enter sends the question; a form that is sent is not sent twice; that a reply is under way is said at once.
for (const box of document.querySelectorAll("form.question textarea")) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.form.requestSubmit();
  });
}
const underWay = document.getElementById("under-way");
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    if (underWay && new URL(form.action).pathname === "/ask") underWay.textContent = underWay.dataset.says;
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  if (underWay) underWay.textContent = "";
});

// Times by the reader's own clock.
for (const time of document.querySelectorAll("time[datetime]")) {
  const shown = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  time.textContent = shown.format(new Date(time.dateTime));
}

// A reply is read out from its beginning.
const title = document.getElementById("reply-title");
if (title && !location.hash) {
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

// While a claim is corrected, what it would say is shown.
for (const form of document.querySelectorAll("form[data-live]")) {
  const shown = document.getElementById("sentence");
  let waiting = 0, asked = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const number = ++asked;
      try {
        const response = await fetch(form.dataset.live, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        const told = await response.json();
        if (number !== asked) return;
        shown.textContent = told.sentence || told.fault;
        shown.lang = told.sentence ? shown.parentElement.lang : told.language;
        const numbers = document.getElementById("numbers");
        numbers.textContent = told.numbers || "";
        numbers.hidden = document.getElementById("numbers-label").hidden = !told.numbers;
      } catch {
        // The sentence of what is saved stays.
      }
    }, 300);
  });
}

// The place of a new claim is selected in its source.
for (const button of document.querySelectorAll("button[data-selection]")) {
  button.hidden = false;
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const source = document.querySelector(".source");
    if (source && selection.anchorNode && source.contains(selection.anchorNode) && String(selection).trim()) selected = String(selection).trim();
  });
  button.addEventListener("click", () => {
    const field = button.form.elements[button.dataset.selection];
    field.value = selected.split(/\s+/).slice(0, 6).join(" ");
    field.focus();
  });
}
