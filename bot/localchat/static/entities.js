// Text with Telegram entities -> DOM nodes. Offsets are UTF-16 units, which is what JavaScript strings count in.

import { el, safeUrl } from "./dom.js";
import { state, emit } from "./state.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

const sendCommand = (text) => emit("send", text);

/** A link to this very bot ("t.me/bot?start=code") starts it in this chat instead of leaving the page. */
function startCode(url) {
  const toBot = /^(www\.)?t\.me$/.test(url.hostname) && url.pathname.slice(1).toLowerCase() === state.bot.username?.toLowerCase();
  return toBot ? url.searchParams.get("start") : null;
}

export function follow(url) {
  const code = startCode(url);
  if (code) sendCommand(`/start ${code}`);
  else window.open(url.href, "_blank", "noopener,noreferrer");
}

function link(address) {
  const url = safeUrl(address);
  if (!url) return el("span");
  const onClick = (event) => {
    event.preventDefault();
    follow(url);
  };
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", on: { click: onClick } });
}

/** Calls back on a click, and on Enter or Space while the node itself has the focus. */
function onPress(node, press) {
  node.addEventListener("click", press);
  node.addEventListener("keydown", (event) => {
    if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press();
  });
  return node;
}

function spoiler() {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show" });
  return onPress(node, () => {
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  });
}

function copyable(tag, text, language) {
  const copy = () => String(window.getSelection()) === "" && emit("copy", text);
  return el(tag, { title: "Tap to copy", data: language ? { language } : {}, on: { click: copy } });
}

function expandable() {
  const node = el("blockquote", { class: "folded", tabindex: "0", title: "Press to fold or unfold" });
  return onPress(node, () => node.classList.toggle("folded"));
}

function element(entity, text) {
  if (SIMPLE[entity.type]) return el(SIMPLE[entity.type]);
  switch (entity.type) {
    case "code": return copyable("code", text);
    case "pre": return copyable("pre", text, entity.language);
    case "spoiler": return spoiler();
    case "blockquote": return el("blockquote");
    case "expandable_blockquote": return expandable();
    case "text_link": return link(entity.url);
    case "url": return link(text);
    case "bot_command": return el("button", { type: "button", class: "command", on: { click: () => sendCommand(text) } });
    case "mention": case "text_mention": case "hashtag": case "cashtag": case "email": case "phone_number":
      return el("span", { class: "mention" });
    default: return el("span");
  }
}

/** A block starts its own line: the line break beside it in the text would show as an empty line. */
function plain(text, afterBlock, beforeBlock) {
  let cut = afterBlock && text.startsWith("\n") ? text.slice(1) : text;
  if (beforeBlock && cut.endsWith("\n")) cut = cut.slice(0, -1);
  return cut;
}

function build(text, from, to, entities) {
  const nodes = document.createDocumentFragment();
  let position = from;
  let afterBlock = false;
  while (entities.length) {
    const entity = entities.shift();
    const start = Math.max(entity.offset, position);
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= start) continue;
    const isBlock = BLOCKS.has(entity.type);
    nodes.append(plain(text.slice(position, start), afterBlock, isBlock));
    const inner = [];
    while (entities.length && entities[0].offset < end) inner.push(entities.shift());
    const node = element(entity, text.slice(start, end));
    node.append(build(text, start, end, inner));
    nodes.append(node);
    position = end;
    afterBlock = isBlock;
  }
  nodes.append(plain(text.slice(position, to), afterBlock, false));
  return nodes;
}

export function richText(text, entities) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted);
}
