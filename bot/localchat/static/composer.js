// The text field and what is attached to the next message: a reply, an edit, a forward, files.

import { el, icon, byTest } from "./dom.js";
import { on, state } from "./state.js";
import * as api from "./api.js";
import { say, toast } from "./dialogs.js";
import { authorOf, fileSize, snippet } from "./format.js";
import { draftOf, keepDraft } from "./drafts.js";
import { commandKey, closeCommands } from "./commands.js";
import { lastOwnText, messagesShown } from "./log.js";
import { thumbnail } from "./thumbnail.js";

const form = document.querySelector(".composer");
const field = byTest("composer");
const modeBar = byTest("mode");
const fileList = form.querySelector(".pending");
let switching = false;
let mode = null;
let files = [];
let queue = Promise.resolve();

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  form.classList.toggle("ready", Boolean(field.value.trim() || files.length));
}

function setText(text) {
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.setSelectionRange(text.length, text.length);
}

const MODES = {
  reply: ({ message: m, quote }) => [quote ? "quote" : "reply", `Reply to ${m.out ? "yourself" : authorOf(m)}`, quote || snippet(m)],
  edit: (m) => ["edit", "Edit message", snippet(m)],
  forward: (name) => ["forward", `Forwarded from ${name}`, "The next message goes out under this name"],
};

function clearMode() {
  mode = null;
  modeBar.hidden = true;
}

/** Leaving an edit also drops the text that was being edited. */
function cancelMode() {
  if (mode?.kind === "edit") setText("");
  clearMode();
}

function setMode(kind, about) {
  cancelMode();
  mode = { kind, about };
  modeBar.hidden = false;
  const [symbol, title, line] = MODES[kind](about);
  modeBar.querySelector("svg").replaceWith(icon(symbol));
  modeBar.querySelector("strong").textContent = title;
  modeBar.querySelector("span").textContent = line;
  if (kind === "edit") setText(about.text);
  say(`${title}: ${line}`);
  field.focus();
}

function drawFiles() {
  const chip = (entry, index) => el("li", { class: "chip" }, entry.kind === "photo" ? thumbnail(entry.file) : icon(entry.kind === "voice" ? "mic" : "file"),
    el("span", { class: "chip-name", text: entry.file.name }), el("span", { class: "chip-size", text: fileSize(entry.file.size) }),
    el("button", { type: "button", class: "plain", "aria-label": `Remove ${entry.file.name}`, on: { click: () => setFiles(files.filter((_, i) => i !== index)) } }, icon("close")));
  fileList.replaceChildren(...files.map(chip));
  fileList.hidden = files.length === 0;
  grow();
}

function setFiles(next) {
  files = next;
  drawFiles();
}

export function addFiles(list, kind) {
  const entries = [...list].map((file) => ({ file, kind: kind || (file.type.startsWith("image/") ? "photo" : "document") }));
  setFiles([...files, ...entries]);
  field.focus();
}

/** Photos and documents cannot share one album, so each kind goes out as its own; voice messages go one by one. */
async function deliver(user, text, extras, attached) {
  if (!attached.length) return api.sendText(user, text, extras);
  const kinds = [...new Set(attached.map(({ kind }) => kind))];
  for (const [index, kind] of kinds.entries()) {
    const group = attached.filter((entry) => entry.kind === kind).map(({ file }) => file);
    const caption = index === 0 ? text : "";
    if (kind !== "voice") await api.sendFiles(user, kind, group, { ...extras, caption });
    else for (const [number, file] of group.entries()) await api.sendFiles(user, kind, [file], { ...extras, caption: number ? "" : caption });
  }
}

function take() {
  const job = { user: state.user.id, text: field.value.trim(), mode, files };
  if (!job.text && !job.files.length) return null;
  clearMode();
  setText("");
  setFiles([]);
  return job;
}

async function run(job) {
  const { kind, about } = job.mode || {};
  try {
    if (kind === "edit") return await api.edit(job.user, about.message_id, job.text);
    const extras = kind === "reply" ? { reply_to: about.message.message_id, quote: about.quote } : kind === "forward" ? { forward_from: about } : {};
    await deliver(job.user, job.text, extras, job.files);
  } catch (error) {
    toast(error.message);
    if (!field.value && job.user === state.user.id) setText(job.text);
  }
}

/** One after the other, so that fast messages keep their order. */
function enqueue(job) {
  if (job) queue = queue.then(() => run(job));
}

function submit() {
  closeCommands();
  enqueue(take());
  field.focus();
}

/** Ctrl and an arrow choose the message to answer: up the earlier one, down the later one. */
function answerOther(up) {
  const all = messagesShown();
  const at = mode?.kind === "reply" ? all.findIndex((m) => m.message_id === mode.about.message.message_id) : all.length;
  const message = all[at + (up ? -1 : 1)];
  if (message) setMode("reply", { message });
  else if (!up) clearMode();
}

function onKey(event) {
  if (event.isComposing) return;
  if (commandKey(event)) event.preventDefault();
  else if ((event.ctrlKey || event.metaKey) && /^Arrow(Up|Down)$/.test(event.key)) {
    event.preventDefault();
    answerOther(event.key === "ArrowUp");
  }
  else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && mode) {
    event.preventDefault();
    cancelMode();
  }
  else if (event.key === "ArrowUp" && !field.value && lastOwnText()) {
    event.preventDefault();
    setMode("edit", lastOwnText());
  }
}

/** Called before another user's chat opens: what was typed waits for the return. */
export function switchDraft(from, to) {
  if (from && mode?.kind === "edit") keepDraft(from.id, "");
  switching = true;
  clearMode();
  setFiles([]);
  setText(draftOf(to.id));
  switching = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
field.addEventListener("input", () => {
  grow();
  if (!switching && state.user && mode?.kind !== "edit") keepDraft(state.user.id, field.value);
});
field.addEventListener("keydown", onKey);
modeBar.querySelector("button").addEventListener("click", () => {
  cancelMode();
  field.focus();
});
on("send", (text) => enqueue({ user: state.user.id, text, mode: null, files: [] }));
on("prefill", (text) => {
  setText(text);
  field.focus();
});
on("reply", (about) => setMode("reply", about));
on("edit", (message) => setMode("edit", message));
on("forward-as", (name) => setMode("forward", name));
on("blocked", () => {
  form.hidden = state.blocked;
  document.querySelector(".blocked").hidden = !state.blocked;
});
