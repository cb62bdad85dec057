// One message -> one element.

import { el, icon } from "./dom.js";
import { state, emit } from "./state.js";
import { richText } from "./entities.js";
import { media } from "./media.js";
import { keyboard } from "./keyboard.js";
import { openMessageMenu } from "./message-menu.js";
import { authorOf, snippet, time } from "./format.js";
import { outOfTheWay } from "./reach.js";

const LONG_PRESS_MS = 450;
const EMOJI = "(?:\\p{RI}\\p{RI}|\\p{Emoji_Presentation}|\\p{Emoji}\\uFE0F)\\p{EMod}?(?:\\u200D\\p{Emoji}\\uFE0F?\\p{EMod}?)*";
const ONLY_EMOJI = new RegExp(`^(?:${EMOJI}){1,3}$`, "u");
const NOT_A_TAP = "a, button, input, audio, video, code, pre, .spoiler, blockquote.folded";

function forwardLine(origin) {
  if (!origin) return null;
  const name = origin.sender_user_name || origin.sender_user?.first_name || origin.chat?.title || origin.sender_chat?.title || "someone";
  return el("div", { class: "forwarded" }, "Forwarded from ", el("strong", { text: name }));
}

function quoteOf(message) {
  const original = message.reply_to_message;
  if (!original) return null;
  const author = original.from?.id === state.user.id ? "You" : authorOf(original);
  return el("button", { type: "button", class: "quote", "aria-label": `In reply to ${author}: ${snippet(original)}`, on: { click: () => emit("goto", original.message_id) } },
    el("strong", { text: author }), el("span", { text: message.quote?.text || snippet(original) }));
}

export function meta(message) {
  const sent = new Date(message.date * 1000);
  return el("span", { class: "meta" },
    message.edited ? el("span", { class: "edited", text: "edited" }) : null,
    el("time", { datetime: sent.toISOString(), text: time(sent) }),
    message.out ? icon("check") : null);
}

function shape(message) {
  const names = ["bubble"];
  const bare = !message.reply_to_message && !message.forward_origin;
  if (message.photo || message.video || message.animation) names.push("with-photo");
  if (message.sticker || (bare && message.text && ONLY_EMOJI.test(message.text))) names.push("jumbo");
  if (!(message.text || message.caption)) names.push("no-text");
  return names.join(" ");
}

/** The caption of an album of photos stands below all of them. */
export const inGrid = (message) => Boolean(message.media_group_id && (message.photo || message.video));

function bubble(message) {
  const text = inGrid(message) ? "" : message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const picture = media(message);
  const words = text || (picture ? "" : "This kind of message is not shown here.");
  return el("div", { class: shape(message) }, forwardLine(message.forward_origin), quoteOf(message), picture,
    words ? el("div", { class: "text", dir: "auto" }, richText(words, entities)) : null, meta(message));
}

function selectedIn(body) {
  const selection = window.getSelection();
  return selection.rangeCount && body.contains(selection.getRangeAt(0).commonAncestorContainer) ? String(selection).trim() : "";
}

/** Mouse, touch and keyboard all lead to the menu of a message. */
function attachMenu(body, more, message) {
  const open = (at, opener) => openMessageMenu(message, at, opener, selectedIn(body));
  const rect = (target) => {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    return { left, right, top, bottom, alignRight: message.out };
  };
  more.addEventListener("click", () => open({ ...rect(more), toggle: true }, more));
  body.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    open({ left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY }, more);
  });
  body.addEventListener("click", (event) => {
    const selecting = String(window.getSelection()) !== "";
    if (message.out && !selecting && !event.target.closest(NOT_A_TAP)) open(rect(body), more);
  });
  let timer = 0;
  body.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse") timer = setTimeout(() => open(rect(body), more), LONG_PRESS_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) body.addEventListener(name, () => clearTimeout(timer));
}

export function messageElement(message) {
  const side = message.out ? "out" : "in";
  const body = bubble(message);
  const more = el("button", { type: "button", class: "more", "aria-label": "Message options", "aria-haspopup": "menu" }, icon("more"));
  const node = el("article", { class: `message ${side}`, "aria-label": message.out ? "You" : state.bot.first_name, data: { messageId: message.message_id, date: message.date } },
    el("div", { class: "bubble-line" }, body, more), keyboard(message));
  attachMenu(body, more, message);
  return outOfTheWay(node);
}
