// Starts the page: opens a user's chat, follows its live stream, comes back after a lost connection.

import { byTest, fillSlot, initial, safeUrl } from "./dom.js";
import { emit, on, setBlocked, setClock, setCommands, setPlanned, state } from "./state.js";
import { getChat, getUsers, openStream } from "./api.js";
import { alertBox, toast } from "./dialogs.js";
import { follow } from "./entities.js";
import { answered } from "./keyboard.js";
import * as log from "./log.js";
import { toBottom } from "./scroll.js";
import { switchDraft } from "./composer.js";
import { drawUser, noteMessage } from "./users.js";
import "./attach.js";
import "./clock.js";
import "./options.js";
import "./planned.js";
import "./recorder.js";
import "./search.js";

const TYPING_MS = 5500;
const RETRY_MS = [300, 700, 1500, 3000];
const DOING = {
  upload_photo: "sending a photo",
  upload_document: "sending a file",
  upload_voice: "sending a voice message",
  record_voice: "recording a voice message",
};
const NO_DESCRIPTION = "Press START, or just write what is on your mind.";
let closeStream = () => {};
let opening = 0;
let typingTimer = 0;

function setStatus(text, typing = false) {
  fillSlot("status", text);
  byTest("status").classList.toggle("typing", typing);
}

function stopTyping() {
  clearTimeout(typingTimer);
  setStatus("bot");
}

function startTyping(action = "typing") {
  if (action === "cancel") return stopTyping();
  clearTimeout(typingTimer);
  setStatus(DOING[action] || "typing", true);
  typingTimer = setTimeout(stopTyping, TYPING_MS);
  return undefined;
}

function drawBot() {
  fillSlot("bot-name", state.bot.first_name);
  fillSlot("avatar", initial(state.bot.first_name));
  fillSlot("description", state.description || NO_DESCRIPTION);
  document.title = state.bot.first_name;
}

function setProfile({ bot, description }) {
  if (bot) state.bot = bot;
  state.description = description ?? state.description;
  drawBot();
}

function toasted(event) {
  answered(event);
  if (event.text && event.alert) alertBox(event.text);
  else toast(event.text);
  const url = event.url && safeUrl(event.url);
  if (url) follow(url);
}

const HANDLERS = {
  message({ message }) {
    if (!message.out) stopTyping();
    log.show(message);
    noteMessage(message);
  },
  edited: ({ message }) => log.show(message),
  deleted: (event) => log.remove(event.message_ids || [event.message_id]),
  toast: toasted,
  typing: (event) => startTyping(event.action),
  commands: (event) => setCommands(event.commands),
  clock: (event) => setClock(event.clock || event),
  planned: (event) => setPlanned(event.planned),
  forgotten: () => log.showAll([]),
  blocked: (event) => setBlocked(event.blocked),
  profile: setProfile,
};

async function load(user) {
  const mine = ++opening;
  closeStream();
  const chat = await getChat(user.id);
  if (mine !== opening) return;
  state.user = chat.user || user;
  drawUser();
  setProfile(chat);
  setCommands(chat.commands);
  setClock(chat.clock);
  setBlocked(chat.blocked);
  setPlanned(chat.planned);
  log.showAll(chat.messages);
  setStatus("bot");
  closeStream = openStream(user.id, chat.cursor, (event) => HANDLERS[event.type]?.(event), () => mine === opening && reconnect(user));
}

/** The server may have been restarted: load everything anew, then listen again. */
async function reconnect(user, attempt = 0) {
  const mine = opening;
  if (attempt > 0) setStatus("connecting…");
  await new Promise((wake) => setTimeout(wake, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]));
  if (mine !== opening) return;
  try {
    await load(await stillThere(user));
  } catch {
    reconnect(user, attempt + 1);
  }
}

async function stillThere(user) {
  state.users = await getUsers();
  return state.users.find(({ id }) => id === user.id) || state.users[0];
}

function rememberUser(user) {
  const address = new URL(window.location);
  address.searchParams.set("user", user.id);
  history.replaceState(null, "", address);
}

async function openChat(user) {
  switchDraft(state.user, user);
  state.user = user;
  log.clear();
  rememberUser(user);
  try {
    await load(user);
  } catch {
    reconnect(user, 1);
  }
  toBottom();
  byTest("composer").focus({ preventScroll: true });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    toast("The browser did not allow copying.");
  }
}

async function boot() {
  const wanted = new URLSearchParams(window.location.search);
  state.startCode = wanted.get("start") || "";
  try {
    state.users = await getUsers();
  } catch {
    setTimeout(boot, 1000);
    return;
  }
  await openChat(state.users.find(({ id }) => String(id) === wanted.get("user")) || state.users[0]);
}

byTest("start").addEventListener("click", () => emit("send", `/start ${state.startCode}`.trim()));
on("switch-user", (user) => user.id !== state.user?.id && openChat(user));
on("copy", copy);
on("log", ({ count }) => {
  document.querySelector(".start").hidden = count > 0;
});
boot();
