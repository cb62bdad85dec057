// The list of messages: keeps it in order, groups neighbours, draws the days between them.

import { el, byTest } from "./dom.js";
import { emit, on, state } from "./state.js";
import { dayKey, dayTitle } from "./format.js";
import { inGrid, messageElement, meta } from "./bubble.js";
import { richText } from "./entities.js";

const SAME_BREATH_SECONDS = 600;
const log = byTest("messages");
const shown = new Map();

export const nodeOf = (id) => log.querySelector(`[data-message-id="${id}"]`);
export const messagesShown = () => [...shown.values()].map(({ message }) => message).sort((a, b) => a.message_id - b.message_id);
export const lastOwnText = () => messagesShown().filter((m) => m.out && m.text && !m.forward_origin).pop();

function album(message) {
  const key = message.media_group_id;
  const found = [...log.querySelectorAll(".album")].find((node) => node.dataset.group === key);
  if (found) return found;
  const kind = message.photo || message.video ? "photos" : "files";
  const node = el("div", { class: `album ${kind} ${message.out ? "out" : "in"}`, data: { group: key, first: message.message_id, date: message.date } });
  insert(log, node, message.message_id);
  return node;
}

/** How the photos share the rows (three in a row, two where they do not come out even), and the caption below. */
function drawAlbum(node) {
  node.querySelector(".album-foot")?.remove();
  const members = [...node.children].map((child) => shown.get(Number(child.dataset.messageId)).message);
  node.dataset.rest = members.length > 3 ? members.length % 3 : `only-${members.length}`;
  const captioned = members.find((message) => message.caption) || members[0];
  const text = captioned.caption ? el("div", { class: "text", dir: "auto" }, richText(captioned.caption, captioned.caption_entities)) : null;
  node.append(el("div", { class: text ? "album-foot" : "album-foot bare" }, text, meta(captioned)));
}

const firstId = (node) => Number(node.dataset.messageId || node.dataset.first || (node.matches(".album-foot") ? Infinity : 0));

/** Keeps the children in the order of their message ids; new ones nearly always go last. */
function insert(parent, node, id) {
  let next = null;
  for (let child = parent.lastElementChild; child; child = child.previousElementSibling) {
    if (firstId(child) < id && !child.classList.contains("day")) break;
    next = child;
  }
  parent.insertBefore(node, next);
}

/** A button that had the focus keeps it when the bot edits the message under the finger. */
function replace(old, fresh) {
  const buttons = (node) => [...node.querySelectorAll("button.inline")];
  const index = buttons(old).indexOf(document.activeElement);
  const held = old === document.activeElement;
  old.replaceWith(fresh);
  if (held) fresh.focus({ preventScroll: true });
  if (index >= 0) buttons(fresh)[Math.min(index, buttons(fresh).length - 1)]?.focus({ preventScroll: true });
}

function upsert(message) {
  const source = JSON.stringify(message);
  const known = shown.get(message.message_id);
  if (known?.source === source) return false;
  const node = messageElement(message);
  if (known) replace(known.node, node);
  else insert(message.media_group_id ? album(message) : log, node, message.message_id);
  shown.set(message.message_id, { message, node, source });
  if (inGrid(message)) drawAlbum(node.parentElement);
  return !known;
}

function drop(id) {
  const known = shown.get(id);
  if (!known) return;
  const parent = known.node.parentElement;
  known.node.remove();
  shown.delete(id);
  if (parent === log) return;
  if (!parent.querySelector(".message")) parent.remove();
  else if (parent.matches(".photos")) drawAlbum(parent);
}

const side = (node) => (node?.matches(".out") ? "out" : "in");
const joined = (a, b) => a && b && side(a) === side(b) && Math.abs(a.dataset.date - b.dataset.date) < SAME_BREATH_SECONDS && sameDay(a, b);
const dateOf = (node) => new Date(node.dataset.date * 1000);
const sameDay = (a, b) => dayKey(dateOf(a)) === dayKey(dateOf(b));

/** Puts the pill of a day before a node or takes it away; one that is right stays (a screen reader would say it again). */
function setDay(node, wanted) {
  const above = node.previousElementSibling;
  const pill = above?.matches(".day") ? above : null;
  if (!wanted) return pill?.remove();
  const title = dayTitle(dateOf(node));
  if (!pill) log.insertBefore(el("h3", { class: "day" }, el("span", { text: title })), node);
  else if (pill.textContent !== title) pill.firstElementChild.textContent = title;
}

function decorate() {
  const nodes = [...log.children].filter((node) => !node.matches(".day"));
  for (const pill of log.querySelectorAll(".day + .day, .day:last-child")) pill.remove();
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    node.classList.toggle("first", !joined(before, node));
    node.classList.toggle("last", !joined(node, nodes[index + 1]));
    setDay(node, !before || !sameDay(before, node));
  });
}

function changed(detail = {}) {
  decorate();
  emit("log", { count: shown.size, ...detail });
}

/** Shows exactly these messages (a fresh load); what is already on screen stays untouched. */
export function showAll(messages) {
  log.setAttribute("aria-busy", "true");
  const wanted = new Set(messages.map((message) => message.message_id));
  for (const id of [...shown.keys()]) if (!wanted.has(id)) drop(id);
  messages.forEach(upsert);
  changed();
  setTimeout(() => log.setAttribute("aria-busy", "false"));
}

export function clear() {
  shown.clear();
  log.replaceChildren();
}

export function show(message) {
  const isNew = upsert(message);
  changed({ added: isNew ? message : null });
}

export function remove(ids) {
  ids.forEach(drop);
  changed();
}

let today = "";
on("clock", () => {
  const now = dayKey(new Date(Date.parse(state.clock.now)));
  if (now !== today && shown.size) decorate();
  today = now;
});
