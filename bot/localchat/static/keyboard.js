// Inline keyboards: the buttons under a message.

import { el, icon, safeUrl } from "./dom.js";
import { state, emit } from "./state.js";
import { tap } from "./api.js";
import { follow } from "./entities.js";
import { toast } from "./dialogs.js";

const PATIENCE_MS = 5000;

const timers = new WeakMap();

function setBusy(button, busy) {
  clearTimeout(timers.get(button));
  if (busy) timers.set(button, setTimeout(() => setBusy(button, false), PATIENCE_MS));
  button.classList.toggle("busy", busy);
  button.setAttribute("aria-busy", String(busy));
}

/** The bot answered the tap: stop the spinner. Without message and data every spinner stops. */
export function answered({ message_id: id, data }) {
  for (const button of document.querySelectorAll(".inline.busy")) {
    const sameMessage = !id || Number(button.closest("[data-message-id]").dataset.messageId) === id;
    if (sameMessage && (!data || button.dataset.callback === data)) setBusy(button, false);
  }
}

async function press(message, button, data) {
  if (button.classList.contains("busy")) return;
  setBusy(button, true);
  try {
    await tap(state.user.id, message.message_id, data);
  } catch (error) {
    setBusy(button, false);
    toast(error.message);
  }
}

function action(message, spec, button) {
  if (spec.callback_data !== undefined) return () => press(message, button, spec.callback_data);
  if (spec.url) {
    const url = safeUrl(spec.url);
    return url ? () => follow(url) : null;
  }
  if (spec.copy_text) return () => emit("copy", spec.copy_text.text);
  const prefill = spec.switch_inline_query_current_chat ?? spec.switch_inline_query;
  if (prefill !== undefined) return () => emit("prefill", prefill);
  return null;
}

function inlineButton(message, spec) {
  const button = el("button", { type: "button", class: "inline", title: spec.text, data: { testid: "inline-button" } },
    el("span", { class: "label", text: spec.text }));
  if (spec.callback_data !== undefined) button.dataset.callback = spec.callback_data;
  if (spec.style) button.dataset.style = spec.style;
  if (spec.url) button.append(icon("out"));
  if (spec.copy_text) button.append(icon("copy"));
  const onClick = action(message, spec, button);
  if (onClick) button.addEventListener("click", onClick);
  else button.disabled = true;
  return button;
}

/** The keyboard of a message, rows as the bot sent them, or null. */
export function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const lines = rows.filter((row) => row.length).map((row) => {
    const size = row.length > 3 ? "row many" : row.length === 3 ? "row three" : "row";
    return el("div", { class: size }, ...row.map((spec) => inlineButton(message, spec)));
  });
  return el("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, ...lines);
}
