// Who is writing: several people can talk to the bot, each in a chat of their own.

import { byTest, fillSlot, initial } from "./dom.js";
import { emit, state } from "./state.js";
import { addUser } from "./api.js";
import { ask, toast } from "./dialogs.js";
import { menuButton } from "./menu.js";

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

export function drawUser() {
  fillSlot("user-name", state.user.first_name);
  fillSlot("user-avatar", initial(state.user.first_name));
  byTest("user-switch").title = `Writing as ${state.user.first_name}`;
}

menuButton(byTest("user-switch"), "Users", items);
