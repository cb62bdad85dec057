// What the keyboard can do, and the keys that work everywhere on the page.

import { byTest, el } from "./dom.js";
import { emit } from "./state.js";
import { openDialog } from "./dialogs.js";

const KEYS = [
  ["Enter", "send the message"],
  ["Shift Enter", "begin a new line"],
  ["/", "list the commands; ↑ ↓ choose, Enter sends, Tab completes"],
  ["↑ in the empty field", "change your last message"],
  ["Ctrl ↑  Ctrl ↓", "answer an earlier or later message"],
  ["Shift Tab", "from the field to the buttons of the newest message"],
  ["← → ↑ ↓ on a button", "go to the button beside it"],
  ["↑ ↓ on a message", "go to the next message; Enter opens its menu"],
  ["Ctrl K", "search in this chat; Enter goes to older places"],
  ["Ctrl /", "this help"],
  ["Esc", "close what is open, then back to the text field"],
];

export function showHelp() {
  const rows = KEYS.map(([keys, what]) => el("div", {}, el("dt", {}, el("kbd", { text: keys })), el("dd", { text: what })));
  openDialog(el("dialog", { class: "box help", "aria-labelledby": "help-title", data: { testid: "help" } },
    el("form", { method: "dialog" },
      el("h2", { id: "help-title", tabindex: "-1", autofocus: true, text: "Keyboard" }), el("dl", {}, ...rows),
      el("p", { text: "On a Mac, take ⌘ for Ctrl. Long press or right-click opens the menu of a message." }),
      el("div", { class: "box-buttons" }, el("button", { class: "primary", value: "ok", text: "Close" })))));
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const run = { k: () => emit("search"), "/": showHelp }[event.key.toLowerCase()];
  if (!run || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  run();
});

/** Escape leads back to the text field once nothing else takes it. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  byTest("composer").focus({ preventScroll: true });
});
