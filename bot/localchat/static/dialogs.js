// Toasts, alerts, questions and the photo viewer.

import { el, byTest, icon } from "./dom.js";

const TOAST_MS = 2600;
const MS_PER_CHARACTER = 45;

export function toast(text) {
  if (!text) return;
  const node = el("div", { class: "toast", data: { testid: "toast" }, text });
  byTest("toasts").replaceChildren(node);
  setTimeout(() => node.remove(), TOAST_MS + text.length * MS_PER_CHARACTER);
}

/** Tells a screen reader what the eye sees elsewhere. */
export function say(text) {
  byTest("said").textContent = text;
}

/** Shows a dialog that goes when it is closed; the focus returns to where it was. */
export function openDialog(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
  dialog.showModal();
}

/** The answer to a tap that the bot wants to be read. */
export function alertBox(text) {
  const dialog = el("dialog", { class: "box", role: "alertdialog", "aria-label": "Message from the bot", data: { testid: "alert" } },
    el("form", { method: "dialog" },
      el("p", { class: "alert-text", text }),
      el("div", { class: "box-buttons" }, el("button", { class: "primary", value: "ok", text: "OK" }))));
  openDialog(dialog);
}

/** Asks for one line. Resolves with the trimmed text, or null when it was cancelled or left empty. */
export function ask({ title, hint, placeholder, submit, most = 64 }) {
  const field = el("input", { type: "text", name: "answer", "aria-label": title, placeholder, maxlength: most, required: true, autocomplete: "off", data: { testid: "ask-input" } });
  const cancel = el("button", { type: "button", class: "plain-text", text: "Cancel" });
  const dialog = el("dialog", { class: "box", "aria-label": title, data: { testid: "ask" } },
    el("form", { method: "dialog" },
      el("h2", { text: title }), hint ? el("p", { text: hint }) : null, field,
      el("div", { class: "box-buttons" }, cancel, el("button", { class: "primary", value: "ok", text: submit, data: { testid: "ask-ok" } }))));
  cancel.addEventListener("click", () => dialog.close(""));
  openDialog(dialog);
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve((dialog.returnValue === "ok" && field.value.trim()) || null));
  });
}

/** A question with a few answers. Resolves with the value of the one that was chosen, or null. */
export function choose({ title, lines, choices }) {
  const cancel = el("button", { class: "plain-text", value: "", text: "Cancel" });
  const buttons = choices.map(({ value, label, danger }) =>
    el("button", { class: danger ? "primary danger" : "plain-text", value, text: label, data: { testid: `choose-${value}` } }));
  const dialog = el("dialog", { class: "box", "aria-labelledby": "choose-title", data: { testid: "choose" } },
    el("form", { method: "dialog" },
      el("h2", { id: "choose-title", text: title }), ...lines.map((text) => el("p", { text })),
      el("div", { class: "box-buttons stacked" }, ...buttons, cancel)));
  openDialog(dialog);
  cancel.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue || null));
  });
}

/** Shows a photo as large as the window; the arrow keys and buttons go through all photos of the chat. */
export function showPhoto(opened) {
  const photos = [...document.querySelectorAll(".photo img")];
  const picture = el("img", {});
  const place = el("p", { class: "viewer-place", "aria-live": "polite" });
  let at = photos.indexOf(opened);
  const show = (index) => {
    at = (index + photos.length) % photos.length;
    picture.src = photos[at].src;
    picture.alt = photos[at].alt;
    place.textContent = photos.length > 1 ? `${at + 1} of ${photos.length}` : "";
  };
  const button = (label, name, by) =>
    el("button", { type: "button", class: "viewer-step", "aria-label": label, on: { click: () => show(at + by) } }, icon(name));
  const steps = photos.length > 1 ? [button("Photo before", "back", -1), button("Next photo", "next", 1)] : [];
  const dialog = el("dialog", { class: "viewer", "aria-label": "Photo", data: { testid: "viewer" } }, picture, place,
    el("form", { method: "dialog" }, ...steps, el("button", { class: "primary", "aria-label": "Close the photo", text: "Close" })));
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) show(at + by);
  });
  show(at);
  openDialog(dialog);
}
