// The menu of the chat: search, what comes next, look, help, block, forget everything.

import { byTest } from "./dom.js";
import { emit, setBlocked, state } from "./state.js";
import { block, forget, sendText } from "./api.js";
import { menuButton } from "./menu.js";
import { choose, toast } from "./dialogs.js";
import { showHelp } from "./help.js";

const root = document.documentElement;
const LOOKS = [["", "Look: as the system", "look"], ["light", "Look: light", "sun"], ["dark", "Look: dark", "moon"]];

function setLook(look) {
  if (look) root.dataset.look = look;
  else delete root.dataset.look;
  try {
    localStorage.setItem("look", look);
  } catch {
    // Storage is switched off: the look holds until the page is left.
  }
  drawThemeColor();
}

/** The colour of a phone's status bar follows the header. */
function drawThemeColor() {
  const colour = getComputedStyle(document.querySelector(".head")).backgroundColor;
  document.querySelector('meta[name="theme-color"]').content = colour;
}

async function switchBlock(blocked) {
  try {
    await block(state.user.id, blocked);
    setBlocked(blocked);
  } catch (error) {
    toast(error.message);
  }
}

const FORGET = {
  title: "Forget everything?",
  lines: [
    "“Forget everything” removes this chat here, with all messages and files, and then sends /delete: the bot asks once more before it deletes what it keeps about you.",
    "“Only clear the chat” leaves what the bot keeps.",
  ],
  choices: [
    { value: "all", label: "Forget everything", danger: true },
    { value: "chat", label: "Only clear the chat" },
  ],
};

async function forgetEverything() {
  const chosen = await choose(FORGET);
  if (!chosen) return;
  const user = state.user.id;
  try {
    await forget(user);
    if (chosen === "all") await sendText(user, "/delete");
    else toast("The chat is empty. The bot keeps what it knows.");
  } catch (error) {
    toast(error.message);
  }
}

function lookItem([look, label, icon]) {
  return { label, icon, checked: (root.dataset.look || "") === look, data: { testid: `look-${look || "system"}` }, run: () => setLook(look) };
}

function items() {
  const verb = state.blocked ? "Unblock" : "Block";
  return [
    { label: "Search in this chat", icon: "search", key: "Ctrl K", data: { testid: "open-search" }, run: () => emit("search") },
    { label: "What comes next", icon: "list", data: { testid: "open-planned" }, run: () => emit("planned-open") },
    ...LOOKS.map(lookItem),
    { label: "Keyboard help", icon: "keys", key: "Ctrl /", data: { testid: "open-help" }, run: showHelp },
    { label: `${verb} the bot`, icon: state.blocked ? "check" : "block", data: { testid: "block" }, run: () => switchBlock(!state.blocked) },
    { label: "Forget everything…", icon: "bin", danger: true, data: { testid: "forget" }, run: forgetEverything },
  ];
}

/** Another tab chose a look. */
window.addEventListener("storage", ({ key, newValue }) => key === "look" && setLook(newValue || ""));
menuButton(byTest("options"), "Chat menu", items);
byTest("unblock").addEventListener("click", () => switchBlock(false));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawThemeColor);
drawThemeColor();
