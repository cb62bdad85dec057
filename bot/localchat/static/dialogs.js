// Toasts, alerts, a one-line question and the photo viewer.

import { el, byTest } from "./dom.js";

const TOAST_MS = 2600;
const MS_PER_CHARACTER = 45;

export function toast(text) {
  if (!text) return;
  const node = el("div", { class: "toast", data: { testid: "toast" }, text });
  byTest("toasts").replaceChildren(node);
  setTimeout(() => node.remove(), TOAST_MS + text.length * MS_PER_CHARACTER);
}

function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
  dialog.showModal();
}

/** The answer to a tap that the bot wants to be read. */
export function alertBox(text) {
  const dialog = el("dialog", { class: "box", role: "alertdialog", "aria-label": "Message from the bot", data: { testid: "alert" } },
    el("form", { method: "dialog" },
      el("p", { class: "alert-text", text }),
      el("div", { class: "box-buttons" }, el("button", { class: "primary", value: "ok", text: "OK" }))));
  open(dialog);
}

/** Asks for one line. Resolves with the trimmed text, or null when it was cancelled or left empty. */
export function ask({ title, hint, placeholder, submit }) {
  const field = el("input", { type: "text", name: "answer", "aria-label": title, placeholder, maxlength: 64, required: true, autocomplete: "off", data: { testid: "ask-input" } });
  const cancel = el("button", { type: "button", class: "plain-text", text: "Cancel" });
  const dialog = el("dialog", { class: "box", "aria-label": title, data: { testid: "ask" } },
    el("form", { method: "dialog" },
      el("h2", { text: title }), hint ? el("p", { text: hint }) : null, field,
      el("div", { class: "box-buttons" }, cancel, el("button", { class: "primary", value: "ok", text: submit, data: { testid: "ask-ok" } }))));
  cancel.addEventListener("click", () => dialog.close(""));
  open(dialog);
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve((dialog.returnValue === "ok" && field.value.trim()) || null));
  });
}

export function showPhoto(source) {
  const close = el("button", { class: "primary", "aria-label": "Close the photo", text: "Close" });
  const dialog = el("dialog", { class: "viewer", "aria-label": "Photo" },
    el("img", { src: source, alt: "Photo" }), el("form", { method: "dialog" }, close));
  open(dialog);
}
