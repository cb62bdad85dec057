// Who is writing: several people can talk to the bot, each in a chat of their own. A menu on a phone, a list beside a wide chat.

import { byTest, el, fillSlot, initial } from "./dom.js";
import { emit, on, state } from "./state.js";
import { addUser, getUsers } from "./api.js";
import { ask, toast } from "./dialogs.js";
import { menuButton } from "./menu.js";
import { snippet, time } from "./format.js";

const REFRESH_MS = 10_000;
const list = byTest("people");
const wide = matchMedia("(min-width: 1080px)");
let unread = 0;

async function createUser() {
  const name = await ask({ title: "New user", hint: "A new person with an empty chat.", placeholder: "First name", submit: "Create" });
  if (!name) return;
  try {
    const user = await addUser(name);
    state.users.push(user);
    emit("switch-user", user);
  } catch (error) {
    toast(error.message);
  }
}

function items() {
  const people = state.users.map((user) => ({
    label: user.first_name,
    icon: "person",
    checked: user.id === state.user?.id,
    data: { testid: "user-item", userId: user.id },
    run: () => emit("switch-user", user),
  }));
  return [...people, { label: "New user…", icon: "add", data: { testid: "user-new" }, run: createUser }];
}

function person(user) {
  const last = user.last;
  const line = last ? `${last.out ? "You: " : ""}${snippet(last)}` : "No messages yet";
  return el("li", {}, el("button", { type: "button", class: "person", "aria-current": user.id === state.user?.id ? "true" : null, data: { userId: user.id }, on: { click: () => emit("switch-user", user) } },
    el("span", { class: "avatar", "aria-hidden": "true", text: initial(user.first_name) }),
    el("span", { class: "person-name", text: user.first_name }),
    last ? el("time", { text: time(new Date(last.date * 1000)) }) : null,
    el("span", { class: "person-line", text: line })));
}

function drawList() {
  const focused = list.contains(document.activeElement) && document.activeElement.dataset.userId;
  list.replaceChildren(...state.users.map(person));
  if (focused) list.querySelector(`[data-user-id="${focused}"]`)?.focus({ preventScroll: true });
}

async function refresh() {
  if (!wide.matches || document.hidden || !state.user) return;
  try {
    state.users = await getUsers();
    drawList();
  } catch {
    // The stream of the open chat says that the server is gone, and asks again.
  }
}

/** The newest message stands in the list of chats; in a hidden tab it also counts in the title. */
export function noteMessage(message) {
  const user = state.users.find(({ id }) => id === state.user.id);
  if (user) user.last = message;
  drawList();
  if (!document.hidden || message.out) return;
  unread += 1;
  document.title = `(${unread}) ${state.bot.first_name}`;
}

export function drawUser() {
  fillSlot("user-name", state.user.first_name);
  fillSlot("user-avatar", initial(state.user.first_name));
  byTest("user-switch").title = `Writing as ${state.user.first_name}`;
  drawList();
}

menuButton(byTest("user-switch"), "Users", items);
byTest("person-new").addEventListener("click", createUser);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread = 0;
  document.title = state.bot.first_name;
  refresh();
});
wide.addEventListener("change", refresh);
on("planned", refresh);
setInterval(refresh, REFRESH_MS);
