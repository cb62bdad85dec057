// The text field and what is attached to the next message: a reply, an edit, a forward, files.

import { el, icon, byTest } from "./dom.js";
import { on, state } from "./state.js";
import * as api from "./api.js";
import { toast } from "./dialogs.js";
import { authorOf, fileSize, snippet } from "./format.js";
import { commandKey, closeCommands } from "./commands.js";
import { lastOwnText } from "./log.js";

const form = document.querySelector(".composer");
const field = byTest("composer");
const modeBar = byTest("mode");
const fileList = form.querySelector(".pending");
const drafts = new Map();
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
  reply: (m) => ["reply", `Reply to ${m.out ? "yourself" : authorOf(m)}`, snippet(m)],
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
  field.focus();
}

function drawFiles() {
  const chip = (entry, index) => el("li", { class: "chip" }, icon(entry.kind === "photo" ? "photo" : entry.kind === "voice" ? "mic" : "file"),
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

/** Photos and documents cannot share one album, so each kind goes out as its own. */
async function deliver(user, text, extras, attached) {
  if (!attached.length) return api.sendText(user, text, extras);
  const kinds = [...new Set(attached.map(({ kind }) => kind))];
  for (const [index, kind] of kinds.entries()) {
    const group = attached.filter((entry) => entry.kind === kind).map(({ file }) => file);
    await api.sendFiles(user, kind, group, { ...extras, caption: index === 0 ? text : "" });
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
    const extras = kind === "reply" ? { reply_to: about.message_id } : kind === "forward" ? { forward_from: about } : {};
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

function onKey(event) {
  if (event.isComposing) return;
  if (commandKey(event)) event.preventDefault();
  else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && mode) cancelMode();
  else if (event.key === "ArrowUp" && !field.value && lastOwnText()) {
    event.preventDefault();
    setMode("edit", lastOwnText());
  }
}

/** Called before another user's chat opens: what was typed waits for the return. */
export function switchDraft(from, to) {
  if (from) drafts.set(from.id, mode?.kind === "edit" ? "" : field.value);
  clearMode();
  setFiles([]);
  setText(drafts.get(to.id) || "");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
field.addEventListener("input", grow);
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
on("reply", (message) => setMode("reply", message));
on("edit", (message) => setMode("edit", message));
on("forward-as", (name) => setMode("forward", name));
on("blocked", () => {
  form.hidden = state.blocked;
  document.querySelector(".blocked").hidden = !state.blocked;
});
